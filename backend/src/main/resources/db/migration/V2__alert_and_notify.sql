-- SPDX-License-Identifier: Apache-2.0
-- Alerts with their time lines, channels, and the outbox of deliveries.

create table alert (
    id varchar(40) not null primary key,
    tenant_id varchar(40) not null,
    rule_id varchar(200) not null,
    rule_title text not null,
    labels text not null,
    opened_at timestamp(6) with time zone not null,
    stage varchar(10) not null,
    state_since timestamp(6) with time zone,
    last_seen_at timestamp(6) with time zone,
    resolved_at timestamp(6) with time zone,
    condition_kind varchar(10) not null,
    condition_since timestamp(6) with time zone,
    severity varchar(10) not null,
    announced varchar(10),
    measured double precision,
    score double precision,
    reason text,
    charts text not null,
    updated_at timestamp(6) with time zone not null
);

create index alert_by_rule on alert (tenant_id, rule_id, stage);
create index alert_by_stage on alert (tenant_id, stage, id);

-- An alert takes at most one step at a time, so its id and the time name the step.
create table alert_transition (
    alert_id varchar(40) not null,
    happened_at timestamp(6) with time zone not null,
    tenant_id varchar(40) not null,
    from_stage varchar(10) not null,
    to_stage varchar(10) not null,
    severity varchar(10) not null,
    measured double precision,
    reason text,
    primary key (alert_id, happened_at)
);

create index alert_transition_by_tenant on alert_transition (tenant_id, alert_id);

create table notify_channel (
    id varchar(40) not null primary key,
    tenant_id varchar(40) not null,
    name varchar(100) not null,
    kind varchar(20) not null,
    url varchar(2000) not null,
    enabled boolean not null,
    created_at timestamp(6) with time zone not null
);

create index notify_channel_by_tenant on notify_channel (tenant_id, created_at);

create table notify_delivery (
    id varchar(40) not null primary key,
    tenant_id varchar(40) not null,
    channel_id varchar(40) not null,
    channel_name varchar(100) not null,
    alert_id varchar(40),
    kind varchar(10) not null,
    body text not null,
    created_at timestamp(6) with time zone not null,
    status varchar(10) not null,
    attempts integer not null,
    due_at timestamp(6) with time zone,
    changed_at timestamp(6) with time zone not null,
    detail varchar(500)
);

create index notify_delivery_by_tenant on notify_delivery (tenant_id, channel_id, id);
create index notify_delivery_in_order on notify_delivery (tenant_id, channel_id, alert_id, created_at);
-- The sender looks for due work over all tenants, so this index alone does not begin with the tenant.
create index notify_delivery_due on notify_delivery (status, due_at);
