// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A source as people write it and as it is kept.
///
/// @param name what its series begin with, `prod` for `prod/up`
/// @param kind `prometheus` or `postgresql`
/// @param url of kind prometheus: what `/api/v1/query` is put behind
/// @param host of kind postgresql
/// @param port left out: 5432
/// @param tls `verify` (left out), `require` or `off`
/// @param user for a password; left out, the secret is a bearer token
/// @param secret name of the tenant's secret; never its value
/// @param timeout of one request; left out: 10s
/// @param lookback how far back series are looked for; left out: 30d
/// @param enabled left out: true
/// @param metrics of kind postgresql: what is read of the database
@Schema(name = "Source")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceSpec(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String url,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String database,
        @Nullable String tls,
        @Nullable String user,
        @Nullable String secret,
        @Nullable String timeout,
        @Nullable String lookback,
        @Nullable Boolean enabled,
        @Nullable List<MetricMapping> metrics) {
    public SourceSpec {
        metrics = metrics == null ? null : List.copyOf(metrics);
    }
}
