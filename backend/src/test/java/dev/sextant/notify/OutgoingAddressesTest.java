// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingAddressesTest {
    private final OutgoingAddresses open = new OutgoingAddresses(FastNotifyConfig.usual());
    private final OutgoingAddresses closed =
            new OutgoingAddresses(new FastNotifyConfig(Duration.ofSeconds(1), false, 12));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ftp://example.org/            | must begin with http:// or https://
                    example.org/hook              | must begin with http:// or https://
                    file:///etc/passwd            | must begin with http:// or https://
                    http:///hook                  | names no host
                    http:hook                     | names no host
                    http://user:pw@127.0.0.1/     | user or password
                    http://127.0.0.1/a b          | can't be read: Illegal character in path at character 19
                    http://169.254.169.254/latest | no notification may go to
                    http://[fe80::1]/             | no notification may go to
                    http://224.0.0.1/             | no notification may go to
                    """)
    void saysWhatIsWrong(String url, String reason) {
        assertThatThrownBy(() -> open.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAnEndlessUrl() {
        assertThatThrownBy(() -> open.parse("http://127.0.0.1/" + "x".repeat(2_000)))
                .hasMessageContaining("longer than 2000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/hook",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://192.168.1.1/",
                "http://100.64.0.1/",
                "http://[::1]/",
                "http://[fd00::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://localhost/"
            })
    void privateAddressesAreAMatterOfConfiguration(String url) {
        assertThat(open.parse(url)).isEqualTo(URI.create(url));
        assertThatThrownBy(() -> closed.parse(url))
                .hasMessageContaining("sextant.notify.allow-private-addresses");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://8.8.8.8/", "https://[2001:4860:4860::8888]/x", "HTTPS://1.1.1.1"})
    void publicAddressesAreAllowed(String url) {
        assertThat(closed.parse(url)).isEqualTo(URI.create(url));
    }

    @Test
    void aNameThatIsNotKnownNowMayBeKnownLater() {
        assertThat(closed.parse("http://receiver.invalid/").getHost())
                .isEqualTo("receiver.invalid");
    }
}
