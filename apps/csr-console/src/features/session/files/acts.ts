import iconFolderOpen from 'virtual:icon/folder-open-outline';
import iconUploadFile from 'virtual:icon/upload-file-outline';
import type { Acts } from '../acts/act';

export const fileActs = {
  fileTransferBasic: {
    label: 'fileTransferBasic',
    key: 'files',
    icon: iconUploadFile,
    ability: 'downloadFile',
    mutation: 'offerFile',
    instead: 'chat',
    run: ({ places }) => places.openFiles(),
  },
  fileTransferAdvanced: {
    label: 'fileTransferAdvanced',
    icon: iconFolderOpen,
    ability: null,
    mutation: null,
    missing: 'needsSupportManager',
    instead: 'chat',
  },
} as const satisfies Acts;
