// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The one guard of where notifications may go. A tenant names the address, but this machine calls it, so that a bad one
/// could reach what only this machine can (server-side request forgery). Link-local addresses, where clouds keep the
/// machine's own credentials, are never allowed; loopback and private ones only by configuration.
///
/// It is asked when a channel is made and again right before each attempt, since names change their addresses. Between that
/// and the connection lies Java's own cache of names (30 s), so both see the same address.
@ApplicationScoped
public class OutgoingAddresses {
    static final int MAX_LENGTH = 2_000;

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final boolean privateAllowed;

    OutgoingAddresses(NotifyConfig config) {
        this.privateAllowed = config.allowPrivateAddresses();
    }

    /// The address that a caller wrote.
    ///
    /// @throws IllegalArgumentException when nothing can or may be sent there; the message says why
    public URI parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "the url is longer than %d characters".formatted(MAX_LENGTH));
        }
        var url = syntax(text);
        var scheme = url.getScheme();
        if (scheme == null || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "the url must begin with http:// or https://, like https://example.org/hook");
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException("the url \"%s\" names no host".formatted(text));
        }
        if (url.getUserInfo() != null) {
            throw new IllegalArgumentException("the url must not hold a user or password");
        }
        refusal(url)
                .ifPresent(reason -> {
                    throw new IllegalArgumentException(reason);
                });
        return url;
    }

    private static URI syntax(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException problem) {
            throw new IllegalArgumentException(
                    "the url can't be read: %s at character %d"
                            .formatted(problem.getReason(), problem.getIndex() + 1),
                    problem);
        }
    }

    /// Why nothing may be sent to this address now; empty when it may, or when its name is not known now.
    public Optional<String> refusal(URI url) {
        for (var address : addresses(url.getHost())) {
            if (isNeverAllowed(address)) {
                return Optional.of(
                        said(
                                url,
                                address,
                                "no notification may go to %2$s",
                                "%s is at %s, which no notification may go to"));
            }
            if (!privateAllowed && isPrivate(address)) {
                return Optional.of(
                        said(
                                        url,
                                        address,
                                        "no notification may go to the private address %2$s",
                                        "%s is at the private address %s")
                                + "; an operator can allow that with sextant.notify.allow-private-addresses");
            }
        }
        return Optional.empty();
    }

    /// A name is told with its address; an address that was named itself is not told twice.
    private static String said(URI url, InetAddress address, String alone, String both) {
        var number = address.getHostAddress();
        return (number.equals(url.getHost()) ? alone : both).formatted(url.getHost(), number);
    }

    private static InetAddress[] addresses(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            // Says nothing about the address; the attempt to connect will say it.
            return new InetAddress[0];
        }
    }

    private static boolean isNeverAllowed(InetAddress address) {
        return address.isLinkLocalAddress() || address.isMulticastAddress();
    }

    private static boolean isPrivate(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isSiteLocalAddress()
                || isUniqueLocal(address.getAddress())
                || isShared(address.getAddress());
    }

    // fc00::/7, the private addresses of IPv6.
    private static boolean isUniqueLocal(byte[] bytes) {
        return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    }

    // 100.64.0.0/10, shared behind a provider's address translation, and 0.0.0.0/8.
    private static boolean isShared(byte[] bytes) {
        return bytes.length == 4
                && (bytes[0] == 0 || (bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40));
    }
}
