import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepFocus } from './keep-focus';

let stop: () => void;
beforeEach(() => (stop = keepFocus()));
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

const settled = () => new Promise((done) => setTimeout(done, 20));
function place(html: string, focused = 'button'): HTMLElement {
  document.body.innerHTML = html;
  const element = document.querySelector<HTMLElement>(focused)!;
  element.focus();
  return element;
}

describe('the focus', () => {
  it('goes to the part of the page in which the focused button was', async () => {
    const button = place('<main><section id="a"><p><button>Stop</button></p></section><button>End</button></main>');
    button.parentElement!.remove();
    await settled();
    expect(document.activeElement?.id).toBe('a');
    document.querySelector<HTMLElement>('main > button')!.focus();
    expect(document.querySelector('#a')!.hasAttribute('tabindex')).toBe(false);
  });

  it('goes to the heading when the whole page was replaced', async () => {
    place('<div id="app"><main><button>Open</button></main></div>');
    document.querySelector('#app')!.innerHTML = '<main><h1>Report</h1></main>';
    await settled();
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('stays where something else has taken it', async () => {
    const button = place('<main><section><button>Stop</button></section><input /></main>');
    document.querySelector('input')!.focus();
    button.remove();
    await settled();
    expect(document.activeElement?.tagName).toBe('INPUT');
  });

  it('is left to who takes it at the same moment, as a dialog that closes', async () => {
    const button = place('<main><dialog open><button>Yes</button></dialog><input /></main>');
    button.parentElement!.remove();
    document.querySelector('input')!.focus();
    await settled();
    expect(document.activeElement?.tagName).toBe('INPUT');
  });

  it('is nowhere when somebody left it on purpose', async () => {
    const button = place('<main><section><button>Stop</button></section></main>');
    button.blur();
    await settled();
    button.remove();
    await settled();
    expect(document.activeElement).toBe(document.body);
  });
});
