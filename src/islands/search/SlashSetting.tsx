import { useState } from 'preact/hooks';

const KEY = 'slash';

function isOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** @returns false when the browser refuses to keep the choice */
function keep(on: boolean): boolean {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
    return true;
  } catch {
    return false;
  }
}

/** Switches the one-key shortcut off, which speech input can press by accident (WCAG 2.1.4). Ctrl K stays. */
export function SlashSetting() {
  const [on, setOn] = useState(isOn);
  const [refused, setRefused] = useState(false);
  return (
    <p class="note set">
      <label>
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            const chosen = event.currentTarget.checked;
            setOn(chosen);
            setRefused(!keep(chosen));
          }}
        />{' '}
        The key <kbd>/</kbd> opens the search
      </label>
      . <kbd>Ctrl</kbd> <kbd>K</kbd> always does. {refused && 'Your browser keeps no settings, so this choice is lost.'}
    </p>
  );
}
