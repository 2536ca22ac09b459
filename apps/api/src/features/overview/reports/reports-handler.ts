import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PATHS } from '@tandem/contract';
import { knownTimeZone, LOCALES, type Locale } from '@tandem/domain';
import { Failure } from '../../../platform/graphql/index.js';
import { addRoute, httpHandler, type Mount } from '../../../platform/http/handler.js';
import type { ExportReports, ExportStyle } from './export-reports.js';
import type { SessionReportFilter } from './reports.types.js';

/** What browsers report that know no zone. */
const NO_ZONE = 'Etc/Unknown';

type Asked = Record<string, unknown>;
const refuse = (path: string) => new Failure('BAD_INPUT', {}, [{ path, rule: 'INVALID' }]);

function text(asked: Asked, name: string): string | undefined {
  const value = asked[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string' || value.length > 100 || value.includes('\0')) throw refuse(name);
  return value;
}
function time(asked: Asked, name: string): Date | undefined {
  const value = text(asked, name);
  if (!value) return undefined;
  const found = new Date(value);
  const year = found.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw refuse(name); // as in GraphQL; the database supports fewer years than JavaScript
  return found;
}

function yesOrNo(asked: Asked, name: string): boolean | undefined {
  const value = text(asked, name);
  if (value !== undefined && value !== 'true' && value !== 'false') throw refuse(name);
  return value === undefined ? undefined : value === 'true';
}

const KNOWN = new Set([
  ...['number', 'csrId', 'startedAfter', 'startedBefore', 'sessionType', 'trackingCode'],
  ...['isEnded', 'isPractice', 'locale', 'timeZone'],
]);

/** The same filter as in GraphQL, from query parameters. @throws BAD_INPUT */
function readFilter(asked: Asked): SessionReportFilter {
  const unknown = Object.keys(asked).find((name) => !KNOWN.has(name));
  if (unknown !== undefined) throw refuse(unknown); // a misspelt filter would return everything
  const [isEnded, isPractice] = [yesOrNo(asked, 'isEnded'), yesOrNo(asked, 'isPractice')];
  return {
    number: text(asked, 'number'),
    csrId: text(asked, 'csrId'),
    startedAfter: time(asked, 'startedAfter'),
    startedBefore: time(asked, 'startedBefore'),
    sessionType: text(asked, 'sessionType'),
    trackingCode: text(asked, 'trackingCode'),
    ...(isEnded !== undefined && { isEnded }),
    ...(isPractice !== undefined && { isPractice }),
  };
}

function readStyle(asked: Asked, siteLocale: Locale): ExportStyle {
  const locale = (text(asked, 'locale') ?? siteLocale) as Locale;
  if (!LOCALES.includes(locale)) throw refuse('locale');
  const zone = text(asked, 'timeZone');
  const timeZone = knownTimeZone(zone);
  if (zone && zone !== timeZone && zone !== NO_ZONE) throw refuse('timeZone');
  return { locale, timeZone };
}

/**
 * Reports as a file. Integrators use GET with their token; a browser's GET has no Origin header, so the console uses
 * POST.
 */
export const mountReports =
  (exportReports: ExportReports): Mount =>
  (app, contextOf) => {
    const handler = httpHandler(contextOf, { permission: 'reports.read' }, async (context, request, response) => {
      const asked = request.query as Asked;
      const lines = exportReports(context, readFilter(asked), readStyle(asked, context.site.locale));
      const first = await lines.next(); // failures must be thrown before the response starts
      response.set({
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="session-reports.csv"',
        'Cache-Control': 'no-store',
      });
      response.write(first.value ?? '');
      await pipeline(Readable.from(lines), response);
    });
    addRoute(app, PATHS.reportsCsv, { get: handler, post: handler });
  };
