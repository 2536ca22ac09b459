import type { FileCategory } from '@tandem/domain';

/** The type of a file by its content. */
export interface DetectedType {
  category: FileCategory;
  mediaType: string;
}
export interface ListedType extends DetectedType {
  extensions: readonly string[];
  /** Magic numbers in hex, each with its offset; or `text`. */
  magic: readonly (readonly [number, string])[] | 'text';
}

const type = (
  category: FileCategory,
  mediaType: string,
  extensions: string,
  magic: ListedType['magic'],
): ListedType => ({
  category,
  mediaType,
  extensions: extensions.split(' '),
  magic,
});

export const ZIP = [
  [0, '504b0304'],
  [0, '504b0506'],
] as const; // prettier-ignore -- a table
export const OLE = [[0, 'd0cf11e0a1b11ae1']] as const;
const RIFF = (form: string) => [[8, Buffer.from(form).toString('hex')]] as const;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/**
 * File types by extension, with their usual magic numbers. Types with the same container (a document and an archive,
 * say) share a magic number, and the name decides between them; rarer magic numbers are left to the library.
 */
// prettier-ignore -- a table
export const FILE_TYPES: readonly ListedType[] = [
  type('DOCUMENTS', 'application/pdf', 'pdf', [[0, '255044462d']]),
  type('DOCUMENTS', 'application/rtf', 'rtf', [[0, '7b5c727466']]),
  type('DOCUMENTS', `${OFFICE}.wordprocessingml.document`, 'docx dotx', ZIP),
  type('DOCUMENTS', `${OFFICE}.spreadsheetml.sheet`, 'xlsx xltx', ZIP),
  type('DOCUMENTS', `${OFFICE}.presentationml.presentation`, 'pptx potx ppsx', ZIP),
  type('DOCUMENTS', 'application/vnd.oasis.opendocument.text', 'odt ods odp odg', ZIP),
  type('DOCUMENTS', 'application/epub+zip', 'epub', ZIP),
  type('DOCUMENTS', 'application/hwp+zip', 'hwpx', ZIP),
  type('DOCUMENTS', 'application/x-hwp', 'hwp', [...OLE, [0, '48575020446f63756d656e74']]),
  type('DOCUMENTS', 'application/msword', 'doc dot', OLE),
  type('DOCUMENTS', 'application/vnd.ms-excel', 'xls xlt', OLE),
  type('DOCUMENTS', 'application/vnd.ms-powerpoint', 'ppt pps', OLE),
  type('DOCUMENTS', 'application/vnd.ms-outlook', 'msg', OLE),
  type('IMAGES', 'image/png', 'png', [[0, '89504e470d0a1a0a']]),
  type('IMAGES', 'image/jpeg', 'jpg jpeg jfif', [[0, 'ffd8ff']]),
  type('IMAGES', 'image/gif', 'gif', [
    [0, '474946383761'],
    [0, '474946383961'],
  ]),
  type('IMAGES', 'image/webp', 'webp', RIFF('WEBP')),
  type('IMAGES', 'image/bmp', 'bmp', [[0, '424d']]),
  type('IMAGES', 'image/tiff', 'tif tiff', [
    [0, '49492a00'],
    [0, '4d4d002a'],
  ]),
  type('IMAGES', 'image/heic', 'heic heif', [
    [4, '6674797068656963'],
    [4, '667479706d696631'],
    [4, '6674797068656978'],
  ]),
  type('IMAGES', 'image/avif', 'avif', [[4, '6674797061766966']]),
  type('IMAGES', 'image/vnd.microsoft.icon', 'ico', [[0, '00000100']]),
  type('IMAGES', 'image/svg+xml', 'svg', 'text'),
  type('AUDIO', 'audio/mpeg', 'mp3', [
    [0, '494433'],
    [0, 'fffb'],
    [0, 'fff3'],
    [0, 'fff2'],
    [0, 'fffa'],
  ]),
  type('AUDIO', 'audio/wav', 'wav', RIFF('WAVE')),
  type('AUDIO', 'audio/flac', 'flac', [[0, '664c6143']]),
  type('AUDIO', 'audio/ogg', 'ogg oga opus', [[0, '4f676753']]),
  type('AUDIO', 'audio/mp4', 'm4a aac', [
    [4, '66747970'],
    [0, 'fff1'],
    [0, 'fff9'],
  ]),
  type('VIDEO', 'video/mp4', 'mp4 m4v', [[4, '66747970']]),
  type('VIDEO', 'video/quicktime', 'mov', [
    [4, '66747970'],
    [4, '6d6f6f76'],
    [4, '6d646174'],
    [4, '77696465'],
    [4, '66726565'],
    [4, '736b6970'],
  ]),
  type('VIDEO', 'video/webm', 'webm', [[0, '1a45dfa3']]),
  type('VIDEO', 'video/x-matroska', 'mkv', [[0, '1a45dfa3']]),
  type('VIDEO', 'video/x-msvideo', 'avi', RIFF('AVI ')),
  type('VIDEO', 'video/x-ms-wmv', 'wmv asf', [[0, '3026b2758e66cf11']]),
  type('VIDEO', 'video/mpeg', 'mpg mpeg', [
    [0, '000001ba'],
    [0, '000001b3'],
  ]),
  type('ARCHIVES', 'application/zip', 'zip', ZIP),
  type('ARCHIVES', 'application/x-7z-compressed', '7z', [[0, '377abcaf271c']]),
  type('ARCHIVES', 'application/vnd.rar', 'rar', [[0, '526172211a07']]),
  type('ARCHIVES', 'application/gzip', 'gz tgz', [[0, '1f8b']]),
  type('ARCHIVES', 'application/x-xz', 'xz txz', [[0, 'fd377a585a00']]),
  type('ARCHIVES', 'application/x-bzip2', 'bz2', [[0, '425a68']]),
  type('ARCHIVES', 'application/zstd', 'zst', [[0, '28b52ffd']]),
  type('ARCHIVES', 'application/x-tar', 'tar', [[257, '7573746172']]),
  type('ARCHIVES', 'application/vnd.ms-cab-compressed', 'cab', [[0, '4d534346']]),
  type('TEXT', 'text/plain', 'txt log ini conf cfg md yaml yml toml properties sql', 'text'),
  type('TEXT', 'text/csv', 'csv tsv', 'text'),
  type('TEXT', 'application/json', 'json ndjson har', 'text'),
  type('TEXT', 'application/xml', 'xml plist', 'text'),
  type('TEXT', 'application/x-bplist', 'bplist', [[0, '62706c6973743030']]),
  type('TEXT', 'text/html', 'html htm', 'text'),
  type('TEXT', 'text/css', 'css', 'text'),
  type('TEXT', 'message/rfc822', 'eml', 'text'),
  type('TEXT', 'text/calendar', 'ics vcf', 'text'),
  type('PROGRAMS', 'application/vnd.microsoft.portable-executable', 'exe dll scr com sys cpl ocx drv', [[0, '4d5a']]),
  type('PROGRAMS', 'application/x-msi', 'msi msp', OLE),
  type('PROGRAMS', 'application/x-ms-shortcut', 'lnk', [[0, '4c00000001140200']]),
  type('PROGRAMS', 'application/x-elf', 'elf so appimage', [[0, '7f454c46']]),
  type('PROGRAMS', 'application/x-mach-binary', 'dylib macho', [
    [0, 'feedface'],
    [0, 'feedfacf'],
    [0, 'cefaedfe'],
    [0, 'cffaedfe'],
    [0, 'cafebabe'],
  ]),
  type('PROGRAMS', 'application/java-archive', 'jar war apk aab xpi appx msix ipa', ZIP),
  type('PROGRAMS', 'application/vnd.debian.binary-package', 'deb', [[0, '213c617263683e']]),
  type('PROGRAMS', 'application/x-rpm', 'rpm', [[0, 'edabeedb']]),
  type('PROGRAMS', 'application/x-xar', 'pkg', [[0, '78617221']]),
  type(
    'PROGRAMS',
    'text/x-script',
    'bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta reg sh bash py pl rb url inf',
    'text',
  ),
];
