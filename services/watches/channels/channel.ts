import type { SNSClientConfig } from '@aws-sdk/client-sns';
import type { Pluggable } from '@smithy/types';
import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import type { MessageBody } from '../../../catalog/watches/message.ts';
import type { ChannelSettings } from '../../../config/channels-section.ts';

/** A message as a channel is given it. Its id is the same at every attempt. */
export interface Message {
  readonly id: string;
  readonly body: MessageBody;
}

/** How a receiver answered, or why it did not. */
export interface Answer {
  readonly isDelivered: boolean;
  /** The status of HTTP or SMTP; null where there was no answer. */
  readonly status: number | null;
  /** The first of what it said, or what went wrong. */
  readonly text: string;
  /** Milliseconds after which it wants to be asked again. */
  readonly retryAfterMs?: number | undefined;
}

/** Sends a message, within the time limit of its channel. Throws nothing for a receiver that cannot be reached. */
export type Send = (message: Message) => Promise<Answer>;

/** A configured channel with the values of its environment variables. */
export interface Channel extends Omit<ChannelSettings, 'url' | 'url_env' | 'secret_env' | 'smtp_env'> {
  readonly url?: string | undefined;
  readonly secret?: string | undefined;
  readonly smtp?: string | undefined;
}

type AwsSettings = Pick<SNSClientConfig, 'region' | 'credentials' | 'requestHandler'>;

/** What channels send with. */
export interface ChannelDependencies {
  readonly logger: Logger;
  /** Milliseconds that a receiver may take. */
  readonly timeoutMs: number;
  /** Send requests: to public addresses alone, and to any. */
  /** Returns the settings of a client of AWS in a region, and what its middleware needs beside them. */
  readonly aws: (region: string) => {
    readonly config: AwsSettings;
    readonly plugin: <Input extends object, Output extends object>() => Pluggable<Input, Output>;
  };
  readonly dispatchers: { readonly toPublic: Dispatcher; readonly toAny: Dispatcher };
}
