import type { SNSClientConfig } from '@aws-sdk/client-sns';
import type { Pluggable } from '@smithy/types';
import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import type { MessageBody } from '../../../catalog/watches/message.ts';
import type { ChannelSettings } from '../../../config/channels-section.ts';

/** A message for a channel. Its id is the same at every attempt. */
export interface Message {
  readonly id: string;
  readonly body: MessageBody;
}

/** The response of a receiver, or the error. */
export interface Answer {
  readonly isDelivered: boolean;
  /** The HTTP or SMTP status; null without a response. */
  readonly status: number | null;
  /** The start of the response, or the error. */
  readonly text: string;
  /** Milliseconds after which the receiver asks for a retry. */
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

/** The dependencies of channels. */
export interface ChannelDependencies {
  readonly logger: Logger;
  /** Milliseconds that a receiver may take. */
  readonly timeoutMs: number;
  /** Dispatchers for requests to public addresses only, and to any address. */
  /** Returns the settings of an AWS client in a region, and its middleware plugin. */
  readonly aws: (region: string) => {
    readonly config: AwsSettings;
    readonly plugin: <Input extends object, Output extends object>() => Pluggable<Input, Output>;
  };
  readonly dispatchers: { readonly toPublic: Dispatcher; readonly toAny: Dispatcher };
}
