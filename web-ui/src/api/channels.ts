// SPDX-License-Identifier: Apache-2.0
export type DeliveryStatus = "sent" | "pending" | "failed" | "dead";
export type Channel = {
  id: string;
  name: string;
  type: "webhook";
  url: string;
  enabled: boolean;
  createdAt: string;
  lastDelivery: { at: string; status: DeliveryStatus; detail: string | null } | null;
};
export type NewChannel = { name: string; type: "webhook"; url: string; enabled: boolean };
export type Delivery = {
  id: string;
  channelId: string;
  channelName: string;
  alertId: string | null;
  kind: "firing" | "resolved" | "test";
  status: DeliveryStatus;
  attempts: number;
  at: string;
  detail: string | null;
};
