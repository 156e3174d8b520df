// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.promapi;

import dev.sextant.outbound.AddressRefusedException;
import dev.sextant.outbound.Addresses;
import dev.sextant.outbound.Call;
import dev.sextant.outbound.CallFailedException;
import dev.sextant.outbound.OutboundHttp;
import dev.sextant.outbound.Reply;
import dev.sextant.outbound.SecretRefusedException;
import dev.sextant.outbound.SecretVault;
import dev.sextant.store.Selection;
import dev.sextant.store.TooManyPointsException;
import dev.sextant.store.source.Endpoint;
import dev.sextant.store.source.LabelledPoints;
import dev.sextant.store.source.Source;
import dev.sextant.store.source.SourceConfig;
import dev.sextant.store.source.SourceFailedException;
import dev.sextant.store.source.SourceKind;
import dev.sextant.store.source.SourceReader;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads Prometheus, VictoriaMetrics and whatever else answers as they do. A range is asked for whole; where the answer is
/// too large, or too much for the source, it is asked for in shorter and shorter pieces.
@ApplicationScoped
public class PrometheusReader implements SourceReader {
    private static final int SHOWN = 300;
    private static final int UNPROCESSABLE = 422;

    /// How many timeouts all the pieces of one answer may take.
    private static final int MOST_TIMES = 6;

    private final OutboundHttp http;
    private final SecretVault secrets;
    private final Addresses addresses;
    private final int maxBody;

    public PrometheusReader(OutboundHttp http, SecretVault secrets, SourceConfig config) {
        this.http = http;
        this.secrets = secrets;
        this.addresses =
                new Addresses(
                        config.privateAddressesFor(), "sextant.sources.private-addresses-for");
        this.maxBody = Math.toIntExact(config.maxBody().asLongValue());
    }

    @Override
    public SourceKind kind() {
        return SourceKind.PROMETHEUS;
    }

    @Override
    public SortedSet<String> metrics(TenantId tenant, Source source, long now)
            throws SourceFailedException, InterruptedException {
        var fields =
                Map.of(
                        "start", seconds(now - source.lookback().toMillis()),
                        "end", seconds(now));
        var reply = send(tenant, source, "/api/v1/label/__name__/values?" + encoded(fields), null);
        return AnswerReader.texts(whole(reply, "it has too many metrics"));
    }

    @Override
    public Set<Labels> labels(TenantId tenant, Source source, Selection selection)
            throws SourceFailedException, InterruptedException {
        var range = selection.range();
        var fields =
                Map.of(
                        "match[]", Selector.of(selection.metric(), selection.matchers()),
                        "start", seconds(range.from().toEpochMilli()),
                        "end", seconds(range.to().toEpochMilli()));
        var reply = send(tenant, source, "/api/v1/series", encoded(fields));
        return AnswerReader.labels(
                whole(
                        reply,
                        "%s has too many series: narrow it with where"
                                .formatted(selection.metric())));
    }

    @Override
    public void scan(TenantId tenant, Source source, Wanted wanted, LabelledPoints into)
            throws SourceFailedException, InterruptedException {
        var selector = Selector.of(wanted.selection().metric(), wanted.selection().matchers());
        var range = wanted.selection().range();
        long from = range.from().toEpochMilli();
        long to = range.to().toEpochMilli();
        long span = to - from;
        long points = 0;
        long started = System.nanoTime();
        while (from < to) {
            requireTime(source, started);
            long end = Math.min(to, from + span);
            var fields =
                    Map.of(
                            "query", "%s[%dms]".formatted(selector, end - from),
                            "time", seconds(end));
            var reply = send(tenant, source, "/api/v1/query", encoded(fields));
            if (isTooMuch(reply)) {
                span = halved(span, source);
            } else {
                var piece = new Piece(from, end, into);
                points += AnswerReader.matrix(whole(reply, ""), piece);
                if (points > wanted.maxPoints()) {
                    throw new TooManyPointsException(wanted.maxPoints());
                }
                from = end;
            }
        }
    }

    private static void requireTime(Source source, long started) throws SourceFailedException {
        if (System.nanoTime() - started > MOST_TIMES * source.timeout().toNanos()) {
            throw SourceFailedException.ofQuestion(
                    "the pieces of the answer take too long: shorten the range or narrow it with where");
        }
    }

    /// Takes what lies within its piece of the range: open at the start, which not every version of Prometheus is.
    private record Piece(long from, long to, LabelledPoints into) implements LabelledPoints {
        @Override
        public void points(Labels labels, long[] times, double[] values, int length) {
            int kept = 0;
            for (int i = 0; i < length; i++) {
                if (times[i] > from && times[i] <= to) {
                    times[kept] = times[i];
                    values[kept++] = values[i];
                }
            }
            into.points(labels, times, values, kept);
        }
    }

    private static boolean isTooMuch(Reply reply) {
        return switch (reply) {
            case Reply.TooLarge _ -> true;
            case Reply.Whole(var status, var body) ->
                    status == UNPROCESSABLE
                            && AnswerReader.error(body).contains("too many samples");
        };
    }

    private static long halved(long span, Source source) throws SourceFailedException {
        if (span < 2) {
            throw SourceFailedException.ofQuestion(
                    "a single moment of it is larger than this platform reads of %s: narrow it with where"
                            .formatted(source.name()));
        }
        return (span + 1) / 2;
    }

    private Reply send(TenantId tenant, Source source, String path, @Nullable String form)
            throws SourceFailedException, InterruptedException {
        if (!(source.endpoint() instanceof Endpoint.Web(var base))) {
            throw new IllegalStateException("source %s is no web address".formatted(source.name()));
        }
        try {
            var address = addresses.resolve(tenant, base.getHost());
            var authorization =
                    source.credential()
                            .authorization(
                                    (secret, host) -> secrets.reveal(tenant, secret, host),
                                    base.getHost());
            var call =
                    new Call(
                            URI.create(base + path),
                            address,
                            authorization,
                            form,
                            source.timeout());
            return http.send(call, maxBody);
        } catch (AddressRefusedException refused) {
            throw SourceFailedException.broken(refused.detail());
        } catch (SecretRefusedException refused) {
            throw SourceFailedException.broken(refused.detail());
        } catch (CallFailedException failed) {
            throw SourceFailedException.broken(failed.detail());
        }
    }

    private static byte[] whole(Reply reply, String tooLarge) throws SourceFailedException {
        return switch (reply) {
            case Reply.TooLarge _ -> throw SourceFailedException.ofQuestion(tooLarge);
            case Reply.Whole(var status, var body) when status == 200 -> body;
            case Reply.Whole(var status, var body) ->
                    throw refused(status, AnswerReader.error(body));
        };
    }

    private static SourceFailedException refused(int status, String said) {
        var why =
                switch (status) {
                    case 401, 403 -> ": does the secret fit?";
                    case 404 -> ": does the url lead to Prometheus' API?";
                    default ->
                            status / 100 == 3
                                    ? ": redirects are not followed, name the last address"
                                    : "";
                };
        var words = said.length() <= SHOWN ? said : said.substring(0, SHOWN) + "…";
        var detail = "HTTP %d%s%s".formatted(status, words.isEmpty() ? "" : ": " + words, why);
        return status == 400 || status == UNPROCESSABLE
                ? SourceFailedException.ofQuestion(detail)
                : SourceFailedException.broken(detail);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", Math.max(0, millis) / 1_000.0);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
