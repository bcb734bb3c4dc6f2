import { linkTarget, withBase } from '../../domain/text/link.ts';
import { parseText } from '../../domain/text/parse.ts';

/** Text in the inline format of the content, as elements; never as HTML. */
export function Text({ of, base }: { of: string; base: string }) {
  return (
    <>
      {parseText(of).map((token, index) => {
        if (token.type === 'code') return <code key={index}>{token.text}</code>;
        if (token.type === 'strong') return <strong key={index}>{token.text}</strong>;
        if (token.type === 'em') return <em key={index}>{token.text}</em>;
        if (token.type === 'link') {
          const target = linkTarget(token.to) ?? token.to;
          return (
            <a key={index} href={target.startsWith('/') ? withBase(base, target) : target}>
              {token.text}
            </a>
          );
        }
        return 'text' in token ? token.text : '';
      })}
    </>
  );
}
