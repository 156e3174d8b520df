-- SPDX-License-Identifier: Apache-2.0
-- What people say of an alert is kept as labels of incidents; they remember the alert that they came of.

alter table labelled_incident add column alert_id varchar(40);

create index labelled_incident_alert on labelled_incident (tenant_id, alert_id);
