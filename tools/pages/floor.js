/* global document, window, CSS -- it runs in browsers */
/* Says to whoever comes with a browser that is too old, or meets a page that doesn't start, what to do. In words that every
   browser since 2010 understands, and before anything else: it must not need what it looks for. */
(function () {
  'use strict';
  var script = document.currentScript;
  var isConsole = script && script.getAttribute('data-page') === 'console';
  var OLD = {
    ko:
      '이 브라우저는 너무 오래되어 Tandem이 제대로 작동하지 않습니다. 브라우저를 업데이트하거나 다른 브라우저를 이용해 주세요. ' +
      (isConsole
        ? 'Chrome·Edge 109, Firefox 115, Safari 16.4 이상'
        : 'Chrome·Edge 109, Firefox 115, Safari(iOS) 16 이상') +
      '이면 됩니다.',
    en:
      'This browser is too old for Tandem. Please update it, or use another one: Chrome or Edge 109, Firefox 115, ' +
      (isConsole ? 'Safari 16.4' : 'Safari (iOS) 16') +
      ', or newer.',
  };
  var DEAD = {
    ko: '페이지를 열지 못했습니다. 다시 불러오거나 다른 브라우저를 이용해 주세요.',
    en: 'This page could not be opened. Please load it again, or use another browser.',
  };

  /* Container queries came with Safari 16, Chromium 105 and Firefox 110; streams that compress with Safari 16.4. */
  function isTooOld() {
    if (!('noModule' in document.createElement('script'))) return true;
    if (!window.CSS || !CSS.supports || !CSS.supports('container-type', 'inline-size')) return true;
    return isConsole && typeof window.CompressionStream === 'undefined';
  }
  function say(texts) {
    if (!document.body || document.getElementById('floor')) return;
    var box = document.createElement('div');
    box.id = 'floor';
    box.setAttribute('role', 'alert');
    box.style.cssText = 'padding:16px 20px;background:#fbe9e7;color:#26231f;font:18px/1.5 sans-serif';
    for (var language in texts) {
      var line = document.createElement('p');
      line.lang = language;
      line.style.margin = '4px 0';
      line.appendChild(document.createTextNode(texts[language]));
      box.appendChild(line);
    }
    document.body.insertBefore(box, document.body.firstChild);
  }
  function isEmpty() {
    var app = document.getElementById('app');
    return !app || !app.firstChild;
  }
  function whenReady(work) {
    if (document.body) work();
    else document.addEventListener('DOMContentLoaded', work);
  }

  if (isTooOld())
    whenReady(function () {
      say(OLD);
    });
  window.addEventListener(
    'error',
    function () {
      setTimeout(function () {
        if (isEmpty())
          whenReady(function () {
            say(DEAD);
          });
      }, 3000);
    },
    true,
  );
  window.addEventListener('load', function () {
    setTimeout(function () {
      if (isEmpty()) say(DEAD);
    }, 20000);
  });
})();
