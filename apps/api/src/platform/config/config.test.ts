import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './index.js';

describe('the configuration', () => {
  it('takes its other ports from the first one', () => {
    expect(readConfig({ PORT: '4200' })).toMatchObject({ port: 4200, hookPort: 4204 });
    expect(readConfig({ PORT: '' })).toMatchObject({ port: 4100 });
  });

  it.each(['0', '65535', '-1', '80.5', 'http'])('refuses the port %s with a sentence that says the mend', (PORT) => {
    expect(() => readConfig({ PORT })).toThrow(ConfigError);
    expect(() => readConfig({ PORT })).toThrow(/^The setting PORT is not usable .+: correct or remove it\.$/);
  });

  it('makes links and cookies with the address that people use, and takes requests from our own beside it', () => {
    const { origins, cookieSuffix } = readConfig({ PORT: '4200', PUBLIC_URL: 'https://help.example/' });
    expect(origins).toEqual([
      'https://help.example',
      'http://localhost:4200',
      'http://127.0.0.1:4200',
      'http://[::1]:4200',
    ]);
    expect(cookieSuffix).toBe('4200');
  });

  it.each([
    ['smtp://u:p@mail.example:587', 'smtp://u:p@mail.example:587?requireTLS=true'],
    ['smtp://u:p@mail.example?requireTLS=false', 'smtp://u:p@mail.example?requireTLS=false'],
    ['smtps://u:p@mail.example', 'smtps://u:p@mail.example'],
    ['smtp://u:p@127.0.0.1:2525', 'smtp://u:p@127.0.0.1:2525'],
    ['smtp://u:p@localhost', 'smtp://u:p@localhost'],
    ['smtp://mail.example', 'smtp://mail.example'],
  ])('sends a password to a mail server by TLS alone, unless it is here or that is not meant: %s', (SMTP_URL, url) => {
    expect(readConfig({ SMTP_URL, MAIL_FROM: 'Acme <a@example.org>' }).smtpUrl).toBe(url);
  });

  it.each([
    [{ LIVEKIT_URL: 'ws://media.example' }, 'LIVEKIT_API_KEY'],
    [{ TLS_CERT_FILE: 'cert.pem' }, 'TLS_KEY_FILE'],
    [{ SMTP_URL: 'mail.example' }, 'SMTP_URL'],
    [{ SMTP_URL: 'https://mail.example', MAIL_FROM: 'a@example.org' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM'],
    [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'Acme' }, 'MAIL_FROM'],
    [{ SMTP_URL: 'smtp://u:p@mail.example?ignoreTLS=true', MAIL_FROM: 'a@example.org' }, 'ignoreTLS'],
    [{ PUBLIC_URL: 'help.example' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://help.example/somewhere' }, 'PUBLIC_URL.*without a path'],
    [{ PUBLIC_URL: 'https://help.example/?a=1' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'ftp://help.example' }, 'PUBLIC_URL'],
    [{ MAIL_FROM: 'x' }, 'MAIL_FROM'],
    [{ LISTEN: 'everywhere' }, 'LISTEN'],
    [{ S3_ENDPOINT: 'http://store.example' }, 'S3_BUCKET'],
    [{ CLAMD_ADDRESS: 'clamd' }, 'CLAMD_ADDRESS'],
    [{ FILES_QUOTA_MIB: '-1' }, 'FILES_QUOTA_MIB'],
    [{ TRUSTED_PROXIES: '10.0.0.0/8, the proxy' }, 'TRUSTED_PROXIES'],
  ])('refuses %j and names what is missing or wrong', (env, name) => {
    expect(() => readConfig(env)).toThrow(new RegExp(name));
  });
});
