// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button } from "@mantine/core";
import { Plus, Send, Trash2, Webhook } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { keys, useChannels, useWrite } from "../../api/hooks";
import type { Channel } from "../../api/channels";
import { Confirm } from "../../elements/confirm/Confirm";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading, useProblemText } from "../../elements/states/States";
import { DeliveryState } from "../../elements/status/Status";
import { type Column, Table } from "../../elements/table/Table";
import { toast } from "../../elements/toast/toast";
import { formatTime } from "../../format/time";
import { NewChannelForm } from "./NewChannelForm";

export function Channels() {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const channels = useChannels();
  const [isAdding, setIsAdding] = useState(false);
  const [doomed, setDoomed] = useState<Channel | null>(null);
  const test = useWrite((channel: Channel) => api.testChannel(channel.id), keys.channels, keys.deliveries);
  const remove = useWrite((channel: Channel) => api.deleteChannel(channel.id), keys.channels);
  const onError = (failure: unknown) => toast(textOf(failure), "critical");
  const runTest = (channel: Channel) => test.mutate(channel, {
    onSuccess: ({ status, detail }) => {
      const isSent = status === "sent";
      toast(t(isSent ? "channels.testSent" : "channels.testFailed", { name: channel.name, detail: detail ?? status }),
        isSent ? "ok" : "critical");
    },
    onError,
  });

  const columns: Column<Channel>[] = [
    { key: "name", title: t("channels.name"), cell: (channel) => <strong>{channel.name}</strong> },
    { key: "url", title: t("channels.url"), grow: true, from: "tablet", cell: (channel) => <code className="dim">{channel.url}</code> },
    { key: "last", title: t("channels.last"), from: "tablet", cell: (channel) => <Last channel={channel} /> },
    {
      key: "test", title: t("channels.test"), quiet: true,
      cell: (channel) => (
        <Button variant="default" size="compact-xs" leftSection={<Send size={12} />} onClick={() => runTest(channel)}
          loading={test.isPending && test.variables.id === channel.id}>
          {t("channels.test")}
        </Button>
      ),
    },
    {
      key: "delete", title: t("action.delete"), quiet: true,
      cell: (channel) => (
        <ActionIcon variant="subtle" color="gray" aria-label={t("channels.deleteOne", { name: channel.name })}
          onClick={() => setDoomed(channel)}>
          <Trash2 size={15} />
        </ActionIcon>
      ),
    },
  ];
  const add = (
    <Button size="xs" leftSection={<Plus size={14} />} onClick={() => setIsAdding(true)}>{t("channels.add")}</Button>
  );
  return (
    <Panel title={t("channels.title")} aside={add} flush>
      <Answer query={channels} loading={<Loading rows={2} />} empty={{
        when: (page) => page.items.length === 0,
        show: (
          <Empty title={t("channels.none")} icon={<Webhook size={20} aria-hidden />}>{t("channels.noneText")}</Empty>
        ),
      }}>
        {(page) => <Table label={t("channels.title")} columns={columns} rows={page.items} rowKey={(one) => one.id} />}
      </Answer>
      <NewChannelForm opened={isAdding} onClose={() => setIsAdding(false)} />
      <Confirm opened={doomed !== null} title={t("channels.deleteTitle")} action={t("action.delete")}
        text={t("channels.deleteText", { name: doomed?.name ?? "" })} isBusy={remove.isPending}
        onConfirm={() => doomed && remove.mutate(doomed, { onError, onSettled: () => setDoomed(null) })}
        onClose={() => setDoomed(null)} />
    </Panel>
  );
}

function Last({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  if (channel.lastDelivery === null) return <span className="dim">{t("channels.never")}</span>;
  return (
    <span title={channel.lastDelivery.detail ?? undefined}>
      <DeliveryState status={channel.lastDelivery.status} />{" "}
      <span className="dim">{formatTime(channel.lastDelivery.at)}</span>
    </span>
  );
}
