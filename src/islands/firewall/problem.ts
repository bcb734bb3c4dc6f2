import type { InputProblem } from '../../domain/firewall/input.ts';

/** Id of what is said about a field, which the field names as its description. A form says one thing about a field. */
export const problemId = (field: InputProblem['field']): string => `fw-${field}-problem`;
