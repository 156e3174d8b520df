// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import dev.sextant.telemetry.Labels;

/// What an alert is about: there is one alert under way per rule and labels.
public record AlertSubject(String ruleId, Text ruleTitle, Labels labels) {}
