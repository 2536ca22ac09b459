import { chromium } from '@playwright/test';
import { executable } from '../harness/browser.js';

const PAGE = `<!doctype html><meta charset="utf-8"><title>desk</title><style>
body{margin:0;height:100vh;font:20px/1.5 'Noto Sans CJK KR',sans-serif;color:#26303a;background:linear-gradient(160deg,#9db7c4,#dfe6dc)}
main{position:absolute;left:14vw;top:10vh;width:60vw;background:#fff;border-radius:10px;box-shadow:0 20px 60px #0004}
h1{margin:0;padding:14px 24px;font-size:22px;background:#eef1f3;border-radius:10px 10px 0 0}
p{margin:0;padding:22px 32px;border-top:1px solid #e4e8ea;display:flex;justify-content:space-between}
aside{position:absolute;left:50vw;top:52vh;width:34vw;padding:26px 32px;background:#fff;border-radius:10px;box-shadow:0 20px 60px #0006}
footer{position:absolute;inset:auto 0 0;height:56px;background:#22303acc}</style>
<main><h1>Printers &amp; scanners · 프린터 및 스캐너</h1><p>HP LaserJet 4 <b>Offline · 오프라인</b></p><p>PDF <b>Ready · 준비됨</b></p><p>Queue · 대기열 <b>3</b></p><p>&nbsp;</p><p>&nbsp;</p></main>
<aside><b>Printer not reachable · 프린터에 연결할 수 없음</b><br>0x00000bcb</aside><footer></footer>`;

/** Content on the X display for pictures that people will see. */
export async function openDesk(): Promise<{ close(): Promise<void> }> {
  const command = executable();
  const browser = await chromium.launch({
    ...(command && { executablePath: command }),
    headless: false,
    args: ['--no-sandbox', '--kiosk', '--window-position=0,0', '--window-size=1920,1080'],
  });
  const page = await browser.newPage({ viewport: null });
  await page.setContent(PAGE);
  return browser;
}
