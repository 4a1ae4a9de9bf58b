import type { PageData } from './types';

let words: Record<string, string> = {};

/** Reads the JSON block of the page: its sentences, in the reader's language, and what the room starts from. */
export function readPage(): PageData {
  const data = JSON.parse(document.getElementById('meeting-data')!.textContent ?? '{}') as PageData;
  words = data.words;
  return data;
}

/** The sentence of a key, its placeholders filled. An unknown key shows itself in brackets. */
export function say(key: string, ...args: (string | number)[]): string {
  const text = words[key.replace(/^Meetings\./, '')];
  return text === undefined ? `[${key}]` : text.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)] ?? ''));
}
