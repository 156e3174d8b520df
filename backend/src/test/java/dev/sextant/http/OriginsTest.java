// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {

    @ParameterizedTest(name = "{0} from {1} with origin {2} to {3}: {4}")
    @CsvSource({
        "GET,    cross-site,  https://evil.example,       sextant.example,      own",
        "HEAD,   ,            https://evil.example,       sextant.example,      own",
        "POST,   same-origin, https://sextant.example,    sextant.example,      own",
        "POST,   none,        ,                           sextant.example,      own",
        "POST,   cross-site,  https://evil.example,       sextant.example,      foreign",
        "POST,   same-site,   https://old.example,        sextant.example,      foreign",
        "POST,   cross-site,  https://sextant.example,    sextant.example,      foreign",
        "DELETE, ,            https://evil.example,       sextant.example,      foreign",
        "PUT,    ,            http://127.0.0.1:8420,      127.0.0.1:8420,       own",
        "PUT,    ,            http://127.0.0.1:9999,      127.0.0.1:8420,       foreign",
        "POST,   ,            https://Sextant.Example,    sextant.example,      own",
        "POST,   ,            null,                       sextant.example,      foreign",
        "POST,   ,            not an address,             sextant.example,      foreign",
        "POST,   ,            https://sextant.example.evil.example, sextant.example, foreign",
        "POST,   ,            ,                           sextant.example,      own",
    })
    void tellsForeignPages(
            String method, String fetchSite, String origin, String host, String whose) {
        var isForeign =
                Origins.isForeign(
                        method, Optional.ofNullable(fetchSite), Optional.ofNullable(origin), host);
        assertThat(isForeign).isEqualTo(whose.equals("foreign"));
    }
}
