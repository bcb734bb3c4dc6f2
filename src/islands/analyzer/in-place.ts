import styles from '../../styles/analyzer.css?url';
import { addStyles } from '../shared/add-styles.ts';
import { mountAnalyzer } from './mount.tsx';

/** Reads a text or a file in an element that waited, hidden, for one. */
export async function readInPlace(root: HTMLElement, given: string | File): Promise<void> {
  await addStyles(styles);
  root.hidden = false;
  mountAnalyzer(root, given);
}
