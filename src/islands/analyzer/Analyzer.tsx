import { useEffect, useRef, useState } from 'preact/hooks';
import type { Analysis } from '../../domain/analyzer/model.ts';
import { Input } from './Input.tsx';
import { type AnalyzerPlace, type Knowledge, loadKnowledge } from './load.ts';
import { type Reading, startReading } from './reading.ts';
import { Result } from './Result.tsx';
import { type Taken, takeFile, takeText } from './take.ts';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly part: number }
  | { readonly kind: 'problem'; readonly words: string }
  | { readonly kind: 'read'; readonly text: string; readonly analysis: Analysis; readonly knowledge: Knowledge };

const IDLE: State = { kind: 'idle' };
const CANCELLED: State = { kind: 'problem', words: 'Cancelled. The text is still here.' };

function Progress({ part, onCancel }: { part: number; onCancel: () => void }) {
  return (
    <div class="progress">
      <label for="progress">Reading</label>
      <progress id="progress" max={1} value={part} />
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}

/** Takes a text, reads it on this device, and shows what it says. */
export function Analyzer({ place, start }: { place: AnalyzerPlace; start: string | File }) {
  const [state, setState] = useState<State>(IDLE);
  const reading = useRef<Reading>();
  const turn = useRef(0);

  const stop = (next: State) => {
    turn.current++;
    reading.current?.cancel();
    setState(next);
  };
  const read = async (coming: Taken | Promise<Taken>) => {
    stop({ kind: 'reading', part: 0 });
    const mine = turn.current;
    const say = (next: State) => {
      if (mine === turn.current) setState(next);
    };
    const taken = await coming;
    if ('problem' in taken) {
      say({ kind: 'problem', words: taken.problem });
      return;
    }
    try {
      const knowledge = await loadKnowledge(place);
      if (mine !== turn.current) return;
      reading.current = startReading(taken.text, knowledge.reader, (part) => {
        say({ kind: 'reading', part });
      });
      const analysis = await reading.current.done;
      if (analysis !== undefined) say({ kind: 'read', text: taken.text, analysis, knowledge });
    } catch {
      say({
        kind: 'problem',
        words: 'The patterns could not be loaded. The text is still here: check the connection, then read it again.',
      });
    }
  };

  useEffect(() => {
    if (start !== '') void read(start instanceof File ? takeFile(start) : takeText(start));
  }, []);
  useEffect(() => {
    if (state.kind === 'read') document.getElementById('result-h')?.focus();
  }, [state.kind === 'read' ? state.analysis : undefined]);

  return (
    <>
      <Input
        start={start instanceof File ? '' : start}
        busy={state.kind === 'reading'}
        onRead={(text) => void read(takeText(text))}
        onFile={(file) => void read(takeFile(file))}
        onClear={() => {
          stop(IDLE);
        }}
      />
      <div role="status">{state.kind === 'problem' && <p class="problem">{state.words}</p>}</div>
      {state.kind === 'reading' && (
        <Progress
          part={state.part}
          onCancel={() => {
            stop(CANCELLED);
          }}
        />
      )}
      {state.kind === 'read' && (
        <Result text={state.text} analysis={state.analysis} knowledge={state.knowledge} base={place.base} />
      )}
    </>
  );
}
