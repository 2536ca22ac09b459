import type { en } from './en';

export const ko: typeof en = {
  filesPanel: {
    choose: '파일 고르기',
    dropNow: '놓으면 보냅니다',
    empty: '여기에 파일을 끌어 놓거나 골라 주세요. {name} 님에게 바로 보이며 필요한 것을 다운로드할 수 있습니다.',
    receivingOnly: '이 사이트에서는 고객에게 파일을 보낼 수 없습니다.',
    emptyReceiving: '{name} 님이 보내는 파일이 여기에 나타납니다.',
    openShot: '원래 크기로 열기',
  },
  shot: {
    take: '화면 사진 찍기',
    key: '지금 보는 화면의 사진을 세션 파일에 남깁니다(Alt+S)',
    taken: '파일에 남겼습니다',
    nothing: '아직 화면이 없습니다',
  },
};
