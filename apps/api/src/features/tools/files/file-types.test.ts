import { describe, expect, it } from 'vitest';
import { findType } from './file-types.js';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
/** A prefix followed by bytes that no text contains. */
const binary = (...parts: (Buffer | string)[]) =>
  Buffer.concat([...parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)), Buffer.alloc(900, 1)]);
const ftyp = (brand: string) => binary(hex('00000018'), `ftyp${brand}`, hex('00000000'), 'mif1heic');
const box = (name: string) => binary(hex('00000008'), name, hex('00000010'), 'mdat');
const CFB = binary(hex('d0cf11e0a1b11ae1'));
const PROGRAM = binary('MZ', hex('9000'));
const RTF = Buffer.from('{\\rtf1\\ansi hello}');
const TABLE = Buffer.from(
  '<html><head><meta charset="euc-kr"></head><body><table><tr><td>1</td></tr></table></body></html>',
);

function zip(...entries: [name: string, text: string][]): Buffer {
  const parts = entries.flatMap(([name, text]) => {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(text.length, 18);
    head.writeUInt32LE(text.length, 22);
    head.writeUInt16LE(name.length, 26);
    return [head, Buffer.from(name), Buffer.from(text)];
  });
  return Buffer.concat(parts);
}
const DOCX = zip(['[Content_Types].xml', '<Types/>'], ['word/document.xml', '<a/>']);
const XLSX = zip(['[Content_Types].xml', '<Types/>'], ['xl/workbook.xml', '<a/>']);

/** A tar as before POSIX: its header has nothing but a sum to be known by. */
function oldTar(): Buffer {
  const tar = Buffer.alloc(1024);
  tar.write('hello.txt', 0);
  for (const [at, text] of [
    [100, '0000644\0'],
    [108, '0000000\0'],
    [116, '0000000\0'],
    [124, '00000000005\0'],
    [136, '14000000000\0'],
  ] as const)
    tar.write(text, at);
  tar.fill(0x20, 148, 156);
  const sum = tar.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return tar;
}
function transportStream(): Buffer {
  const stream = Buffer.alloc(188 * 10, 1);
  for (let at = 0; at < stream.length; at += 188) stream[at] = 0x47;
  return stream;
}

describe('a file whose system calls it by another type', () => {
  it.each([
    ['고객목록.csv', 'application/vnd.ms-excel', Buffer.from('이름,번호\n김하나,1\n'), 'text/csv'],
    ['list.tsv', 'application/vnd.ms-excel', Buffer.from('a\tb\n'), 'text/csv'],
    ['letter.rtf', 'application/msword', RTF, 'application/rtf'],
    ['notes.txt', 'application/rtf', Buffer.from('hello'), 'text/plain'],
    [
      'report.docx',
      'application/msword',
      DOCX,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['photo.jpg', 'image/png', binary(hex('ffd8ffe0')), 'image/jpeg'],
    ['photo.heic', 'image/jpeg', ftyp('heic'), 'image/heic'],
    ['setup.log', 'application/x-elf', Buffer.from('started'), 'text/plain'],
    ['report.pdf', 'application/vnd.microsoft.portable-executable', binary('%PDF-1.7\n'), 'application/pdf'],
  ])('%s told as %s is what name and bytes agree on', async (name, declared, bytes, mediaType) => {
    expect((await findType(bytes, name, declared))?.mediaType).toBe(mediaType);
  });
});

describe('a file that is nearly what its name says', () => {
  it.each([
    ['an HTML table named .xls', 'export.xls', TABLE, 'TEXT', 'text/html'],
    ['a text named .xls', 'export.xls', Buffer.from('a\tb\r\n1\t2\r\n'), 'TEXT', 'text/plain'],
    [
      'a text of Excel in UTF-16 named .xls',
      'export.xls',
      Buffer.from('\ufeffa\tb\r\n', 'utf16le'),
      'TEXT',
      'text/plain',
    ],
    [
      'an XML sheet named .xls',
      'export.xls',
      Buffer.from('\ufeff<?xml version="1.0"?><Workbook/>'),
      'TEXT',
      'application/xml',
    ],
    ['RTF named .doc', 'letter.doc', RTF, 'DOCUMENTS', 'application/rtf'],
    [
      'a .docx named .doc',
      'letter.doc',
      DOCX,
      'DOCUMENTS',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'an .xlsx named .xls',
      'sheet.xls',
      XLSX,
      'DOCUMENTS',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['an .hwpx named .hwp', '보고서.hwp', zip(['mimetype', 'application/hwp+zip']), 'DOCUMENTS', 'application/hwp+zip'],
    ['a workbook with a password', 'secret.xlsx', CFB, 'DOCUMENTS', 'application/x-cfb'],
    ['a document with a password', 'secret.docx', CFB, 'DOCUMENTS', 'application/x-cfb'],
    ['a presentation with a password', 'secret.pptx', CFB, 'DOCUMENTS', 'application/x-cfb'],
    ['PNG named .jpg', 'photo.jpg', binary(hex('89504e470d0a1a0a')), 'IMAGES', 'image/png'],
    ['WebP named .jpg', 'photo.jpg', binary('RIFF', hex('10000000'), 'WEBPVP8 '), 'IMAGES', 'image/webp'],
    ['HEIC named .jpg', 'photo.jpg', ftyp('heic'), 'IMAGES', 'image/heic'],
    ['JPEG named .png', 'photo.png', binary(hex('ffd8ffe0')), 'IMAGES', 'image/jpeg'],
    ['a PDF named .jpg', 'scan.jpg', binary('%PDF-1.4\n'), 'DOCUMENTS', 'application/pdf'],
    ['line ends before %PDF', 'scan.pdf', binary('\r\n\r\n%PDF-1.7\n'), 'DOCUMENTS', 'application/pdf'],
    ['a mark before %PDF', 'scan.pdf', binary(hex('efbbbf'), '%PDF-1.7\n'), 'DOCUMENTS', 'application/pdf'],
    [
      'a printer’s words before %PDF',
      'scan.pdf',
      binary('x'.repeat(1019), '%PDF-1.7\n'),
      'DOCUMENTS',
      'application/pdf',
    ],
    ['HEIC of brand msf1', 'photo.heic', ftyp('msf1'), 'IMAGES', 'image/heif-sequence'],
    ['HEIC of brand hevc', 'photo.heic', ftyp('hevc'), 'IMAGES', 'image/heic-sequence'],
    ['MOV that begins with free', 'film.mov', box('free'), 'VIDEO', 'video/quicktime'],
    ['MOV that begins with skip', 'film.mov', box('skip'), 'VIDEO', 'video/quicktime'],
    ['MOV that begins with wide', 'film.mov', box('wide'), 'VIDEO', 'video/quicktime'],
    ['Matroska named .mp4', 'film.mp4', binary(hex('1a45dfa3')), 'VIDEO', 'video/webm'],
    ['MP3 with FF E3', 'song.mp3', binary(hex('ffe350c4')), 'AUDIO', 'audio/mpeg'],
    ['a tar without ustar', 'all.tar', oldTar(), 'ARCHIVES', 'application/x-tar'],
    ['7-Zip named .zip', 'all.zip', binary(hex('377abcaf271c0004')), 'ARCHIVES', 'application/x-7z-compressed'],
    ['a transport stream named .mpg', 'film.mpg', transportStream(), 'VIDEO', 'video/mp2t'],
    ['a binary plist', 'settings.plist', binary('bplist00'), 'TEXT', 'application/x-bplist'],
    ['a text that DOS has ended', 'old.txt', Buffer.from('hello\r\n\x1a'), 'TEXT', 'text/plain'],
    ['a log of a terminal', 'build.log', Buffer.from('\x1b[32mok\x1b[0m\x08\x07\n'), 'TEXT', 'text/plain'],
    ['a text that begins as programs do', 'MZ.txt', Buffer.from('MZ-700 manual\n'), 'TEXT', 'text/plain'],
    ['a text that begins as films may', 'world.doc', Buffer.from('the free world\n'), 'TEXT', 'text/plain'],
  ])('passes as what it is: %s', async (_what, name, bytes, category, mediaType) => {
    expect(await findType(bytes, name, '')).toEqual({ category, mediaType });
  });
});

describe('a program', () => {
  const SHORTCUT = binary(hex('4c000000 01140200 00000000 c0000000 00000046'));
  const hidden = [
    PROGRAM,
    binary(hex('7f454c46')),
    binary(hex('cffaedfe')),
    binary(hex('cafebabe')),
    SHORTCUT,
    Buffer.from('#!/bin/sh\nrm -rf /\n'),
    Buffer.concat([PROGRAM.subarray(0, 200), Buffer.from('%PDF-1.7')]), // both
  ];

  it.each([
    'invoice.pdf',
    'letter.doc',
    'sheet.xls',
    'letter.docx',
    'photo.jpg',
    'all.zip',
    'film.mp4',
    'notes.txt',
    'a.rtf',
    'nameless',
    'x.unknown',
  ])('hides in no %s, whatever it is said to be', async (name) => {
    for (const bytes of hidden)
      for (const declared of ['', 'application/pdf', 'text/plain', 'application/octet-stream'])
        expect(await findType(bytes, name, declared)).toBeNull();
  });

  it.each([
    '@echo off\r\ndel c:\\*\r\n',
    '\ufeff@ECHO OFF\r\n',
    '<?php system($_GET[0]);',
    '<job><script language="VBScript">x</script></job>',
    '<HTA:APPLICATION id="x">',
    'On Error Resume Next\r\n',
    'Windows Registry Editor Version 5.00\r\n',
    '[InternetShortcut]\r\nURL=file://evil/x.exe\r\n',
  ])('is no document by being written: %j', async (text) => {
    for (const name of ['letter.doc', 'sheet.xls', 'sheet.xlsx', 'invoice.pdf'])
      for (const encoding of ['utf8', 'utf16le'] as const) {
        const bytes = Buffer.from(encoding === 'utf8' ? text : `\ufeff${text}`, encoding);
        expect(await findType(bytes, name, '')).toBeNull();
      }
  });

  it('in an archive of its own is none under a document’s name', async () => {
    const jar = zip(['META-INF/MANIFEST.MF', 'Manifest-Version: 1.0']);
    expect(await findType(jar, 'letter.doc', '')).toBeNull();
    expect(await findType(jar, 'photo.jpg', '')).toBeNull();
  });

  it('is one under its own name alone, and nothing else is one there', async () => {
    expect(await findType(PROGRAM, 'setup.exe', '')).toMatchObject({ category: 'PROGRAMS' });
    for (const bytes of [RTF, TABLE, DOCX, binary('%PDF-1.7'), Buffer.from('hello')])
      expect(await findType(bytes, 'setup.exe', '')).toBeNull();
  });
});

describe('what nobody knows', () => {
  it.each(['photo.png', 'film.mp4', 'song.mp3', 'all.zip', 'report.pdf', 'letter.docx', 'notes.txt'])(
    'is no %s',
    async (name) => {
      const noise = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919 + 13) % 251));
      expect(await findType(noise, name, '')).toBeNull();
    },
  );

  it.each(['photo.png', 'film.mp4', 'song.mp3', 'all.zip'])('nor is a text a %s', async (name) => {
    expect(await findType(TABLE, name, '')).toBeNull();
    expect(await findType(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), name, '')).toBeNull();
  });
});
