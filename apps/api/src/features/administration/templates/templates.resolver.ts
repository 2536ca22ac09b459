import type { Locale, MailKind } from '@tandem/domain';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Needs, staffOf, type Context } from '../../../platform/graphql/index.js';
import { ContentChangeConnection } from '../../site/history/index.js';
import { MailFateType } from '../../site/mail/index.js';
import { LocaleEnum } from '../../site/sites/index.js';
import type { ChangeTemplate } from './change-template.js';
import { assertWording } from './compose-mail.js';
import type { SendTestMail } from './send-test-mail.js';
import type { TemplateQueries } from './templates.queries.js';
import {
  MailKindEnum,
  MailPreviewType,
  MailTemplateChangesInput,
  MailTemplateInput,
  MailTemplateType,
} from './templates.types.js';
import type { WriteMail } from './write-mail.js';

@Resolver()
export class TemplatesResolver {
  constructor(
    private readonly queries: TemplateQueries,
    private readonly change: ChangeTemplate,
    private readonly writing: WriteMail,
    private readonly sendTest: SendTestMail,
  ) {}

  @Needs('settings.read')
  @Query(() => [MailTemplateType], { description: 'Every mail in every language.' })
  mailTemplates(@Ctx() { viewer, site }: Context): Promise<MailTemplateType[]> {
    return this.queries.list(viewer, site.id);
  }

  @Needs('settings.read')
  @Query(() => MailPreviewType)
  mailPreview(
    @Ctx() { site }: Context,
    @Arg('input', () => MailTemplateInput) input: MailTemplateInput,
  ): Promise<MailPreviewType> {
    assertWording(input.kind, input);
    return this.writing.example(site.id, input.locale, input);
  }

  @Needs('templates.change')
  @Mutation(() => MailTemplateType)
  async changeMailTemplate(
    @Ctx() context: Context,
    @Arg('input', () => MailTemplateInput) input: MailTemplateInput,
  ): Promise<MailTemplateType> {
    const id = { siteId: context.site.id, kind: input.kind, locale: input.locale };
    await this.change.word(staffOf(context), id, input);
    return this.queries.one(context.viewer, id);
  }

  @Needs('templates.change')
  @Mutation(() => MailTemplateType, { description: 'Resets to the default wording.' })
  async resetMailTemplate(
    @Ctx() context: Context,
    @Arg('kind', () => MailKindEnum) kind: MailKind,
    @Arg('locale', () => LocaleEnum) locale: Locale,
  ): Promise<MailTemplateType> {
    const id = { siteId: context.site.id, kind, locale };
    await this.change.reset(staffOf(context), id);
    return this.queries.one(context.viewer, id);
  }

  @Needs('settings.read')
  @Query(() => ContentChangeConnection, { description: 'Who changed what of a mail in one language, newest first.' })
  mailTemplateChanges(
    @Ctx() { viewer, site }: Context,
    @Arg('input', () => MailTemplateChangesInput) { kind, locale, first, after }: MailTemplateChangesInput,
  ): Promise<ContentChangeConnection> {
    return this.queries.changes(viewer, { siteId: site.id, kind, locale }, { first, after: after ?? null });
  }

  @Needs('templates.change')
  @Mutation(() => MailTemplateType, { description: 'Reverts a change that is still in effect.' })
  async undoMailTemplateChange(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<MailTemplateType> {
    const of = await this.change.undo(staffOf(context), context.site.id, id);
    return this.queries.one(context.viewer, of);
  }

  @Needs('templates.lock')
  @Mutation(() => MailTemplateType, { description: 'Only an owner can change what is locked.' })
  async lockMailTemplate(
    @Ctx() context: Context,
    @Arg('kind', () => MailKindEnum) kind: MailKind,
    @Arg('locale', () => LocaleEnum) locale: Locale,
    @Arg('isLocked', () => Boolean) isLocked: boolean,
  ): Promise<MailTemplateType> {
    const id = { siteId: context.site.id, kind, locale };
    await this.change.lock(staffOf(context), id, isLocked);
    return this.queries.one(context.viewer, id);
  }

  @Needs('templates.change')
  @Mutation(() => MailFateType, {
    description: 'To the address of the viewer, saved or not. Waits a moment for the answer of the mail server.',
  })
  sendTestMail(
    @Ctx() context: Context,
    @Arg('input', () => MailTemplateInput) input: MailTemplateInput,
  ): Promise<MailFateType> {
    assertWording(input.kind, input);
    return this.sendTest(context, input.locale, input);
  }
}
