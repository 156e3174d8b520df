// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedsTest {
    @ParameterizedTest
    @CsvSource({
        "metrics:read:*, svc.requests, true",
        "metrics:read:svc.*, svc.requests, true",
        "metrics:read:svc.*, host.cpu, false",
        "metrics:read:svc.requests, svc.requests, true",
        "metrics:read:svc.requests, svc.requests.total, false",
        "entities:read, svc.requests, false",
        "metrics:write:*, svc.requests, false",
    })
    void grantsWhatItNames(String need, String metric, boolean granted) {
        assertThat(new Needs(List.of(need)).mayRead(metric)).isEqualTo(granted);
    }
}
