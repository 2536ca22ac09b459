import type { en } from './en';

export const ko: typeof en = {
  filesPanel: {
    choose: '파일 선택',
    dropNow: '놓으면 보냅니다',
    empty: '여기에 파일을 끌어 놓거나 선택하세요. {name} 님이 바로 보고 다운로드할 수 있습니다.',
    receivingOnly: '이 사이트에서는 고객에게 파일을 보낼 수 없습니다.',
    emptyReceiving: '{name} 님이 보내는 파일이 여기에 나타납니다.',
    openShot: '원래 크기로 열기',
  },
  shot: {
    take: '스크린샷',
    key: '지금 보는 화면의 스크린샷을 세션 파일에 저장합니다({key})',
    taken: '스크린샷을 저장했습니다',
    nothing: '아직 저장할 화면이 없습니다',
  },
};
