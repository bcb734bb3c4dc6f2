/** Name of the event by which a paste is handed over inside the document. Its detail is the text, which goes nowhere else. */
export const HAND_OVER = 'guide:paste';
