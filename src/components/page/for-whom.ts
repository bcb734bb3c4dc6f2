import { AUDIENCE_NAMES, type Audience } from '../../domain/vocabulary.ts';

/** The readers of a guide in one phrase: "you run the server, or it is your site". */
export function forWhom(audiences: readonly Audience[]): string {
  return audiences.map((who) => AUDIENCE_NAMES[who].replace(/^./, (first) => first.toLowerCase())).join(', or ');
}
