// Quasar takes `screen.orientation` apart while it is installed. Safari has it since 16.4, some browsers built of its engine don't.
if (!('orientation' in screen))
  Object.defineProperty(screen, 'orientation', {
    value: {
      type: 'landscape-primary',
      angle: 0,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    },
  });
export {};
