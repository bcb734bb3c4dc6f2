import { describe, expect, it } from 'vitest';
import { accusations, type Injected, isRight } from './judge.ts';

const isFault = (id: string): boolean => !id.endsWith('-ok');
const fault: Injected = { control: false, visible: 'host', supports: new Set(['rule-drop', 'local-ok']) };
const said = (...symptoms: string[]) => ({ symptoms, outside: symptoms.every((id) => !isFault(id)) });
const right = (symptoms: string[], injected: Partial<Injected> = {}): boolean =>
  isRight(said(...symptoms), { ...fault, ...injected }, isFault);

describe('a report of diagnose.sh', () => {
  it('is right about a visible fault when one of its first three accusations supports the cause', () => {
    expect(right(['rule-drop'])).toBe(true);
    expect(right(['listen-ok', 'a', 'b', 'rule-drop'])).toBe(true);
    expect(right(['a', 'b', 'c', 'rule-drop'])).toBe(false);
    expect(right(['a'])).toBe(false);
    expect(right([])).toBe(false);
  });

  it('is not right by a healthy symptom that supports the cause', () => {
    expect(right(['local-ok'])).toBe(false);
  });

  it('is right about a fault elsewhere when it says so, which it does while it accuses nothing of the host', () => {
    expect(isRight({ symptoms: ['request-missing'], outside: true }, { ...fault, visible: 'outside' }, isFault)).toBe(
      true,
    );
    expect(right(['listen-ok'], { visible: 'outside' })).toBe(true);
    expect(right(['rule-drop'], { visible: 'outside' })).toBe(false);
    expect(isRight({ symptoms: [], outside: false }, { ...fault, visible: 'outside' }, isFault)).toBe(false);
  });

  it('is right about a control when it accuses nothing, wherever it would be seen', () => {
    expect(right(['listen-ok'], { control: true })).toBe(true);
    expect(right(['rule-drop'], { control: true })).toBe(false);
    expect(right([], { control: true, visible: 'outside' })).toBe(true);
  });

  it('gives the first three accusations', () => {
    expect(accusations(said('a', 'listen-ok', 'b', 'c', 'd'), isFault)).toEqual(['a', 'b', 'c']);
  });
});
