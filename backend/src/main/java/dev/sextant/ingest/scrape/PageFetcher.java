// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import dev.sextant.ingest.InFlight;
import dev.sextant.ingest.packing.Packing;
import dev.sextant.ingest.packing.Unpacked;
import dev.sextant.tenant.TenantId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Fetches the page of a target with one shared client. It connects to the address that it is given and to no other;
/// redirects are not followed, because they would lead around the guard of addresses.
@ApplicationScoped
public class PageFetcher {
    private static final String ACCEPT =
            "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

    private final HttpClient client;
    private final int maxBody;
    private final InFlight inFlight;

    PageFetcher(Vertx vertx, ScrapeConfig config) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(64));
        this.maxBody = Math.toIntExact(config.maxBody().asLongValue());
        this.inFlight = new InFlight(config.inFlight().asLongValue());
    }

    /// A page as text.
    record Page(String text, boolean isOpenMetrics) {}

    private record Answer(int status, String type, String encoding, Buffer body) {}

    @PreDestroy
    void close() {
        client.close();
    }

    /// Waits for the page on the calling thread, at most for the target's timeout.
    ///
    /// @param authorization value of the header, null for none
    Page fetch(TenantId tenant, Target target, InetAddress address, @Nullable String authorization)
            throws ScrapeFailedException, InterruptedException {
        var held = new Held(tenant, inFlight);
        try {
            var options = options(target, address);
            if (authorization != null) {
                options.putHeader("Authorization", authorization);
            }
            return page(answer(target, options, held), held);
        } finally {
            held.release();
        }
    }

    private Answer answer(Target target, RequestOptions options, Held held)
            throws ScrapeFailedException, InterruptedException {
        var started = new AtomicReference<HttpClientRequest>();
        var answer =
                client.request(options)
                        .compose(request -> {
                            started.set(request);
                            return request.send().compose(got -> body(request, got, held));
                        });
        try {
            return answer.toCompletionStage()
                    .toCompletableFuture()
                    .get(target.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new ScrapeFailedException(
                    "no whole answer within %d ms".formatted(target.timeout().toMillis()));
        } catch (ExecutionException failed) {
            var cause = failed.getCause();
            if (cause instanceof ScrapeFailedException known) {
                throw known;
            }
            throw new ScrapeFailedException(
                    "no answer from %s: %s"
                            .formatted(
                                    target.url().getAuthority(),
                                    cause == null ? "unknown" : cause.getMessage()));
        } finally {
            var request = started.get();
            if (request != null && !answer.isComplete()) {
                request.reset();
            }
        }
    }

    private static RequestOptions options(Target target, InetAddress address) {
        var url = target.url();
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(target.port())
                .setSsl(target.isTls())
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setFollowRedirects(false)
                .setConnectTimeout(target.timeout().toMillis())
                .putHeader("Accept", ACCEPT)
                .putHeader("Accept-Encoding", "gzip")
                .putHeader("User-Agent", "Sextant");
    }

    private Future<Answer> body(HttpClientRequest request, HttpClientResponse response, Held held) {
        Promise<Answer> whole = Promise.promise();
        var body = Buffer.buffer();
        response.handler(chunk -> {
            if (body.length() + chunk.length() > maxBody) {
                whole.tryFail(tooLarge());
                request.reset();
            } else if (!held.add(chunk.length())) {
                whole.tryFail(busy());
                request.reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(_ ->
                whole.tryComplete(
                        new Answer(
                                response.statusCode(),
                                header(response, "Content-Type"),
                                header(response, "Content-Encoding"),
                                body)));
        return whole.future();
    }

    private static String header(HttpClientResponse response, String name) {
        var value = response.getHeader(name);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    private Page page(Answer answer, Held held) throws ScrapeFailedException {
        if (answer.status() != 200) {
            throw new ScrapeFailedException(
                    "the answer is HTTP %d%s"
                            .formatted(
                                    answer.status(),
                                    answer.status() / 100 == 3
                                            ? ": redirects are not followed, name the last address"
                                            : ""));
        }
        var bytes = answer.body().getBytes();
        var plain = answer.encoding().equals("gzip") ? unpacked(bytes, held) : bytes;
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(plain));
            return new Page(
                    text.toString(), answer.type().startsWith("application/openmetrics-text"));
        } catch (CharacterCodingException wrong) {
            throw new ScrapeFailedException("the page is not UTF-8");
        }
    }

    private byte[] unpacked(byte[] packed, Held held) throws ScrapeFailedException {
        if (!held.add(Math.min(Packing.GZIP.announcedSize(packed), maxBody))) {
            throw busy();
        }
        return switch (Packing.GZIP.unpack(packed, maxBody)) {
            case Unpacked.Plain(var plain) -> plain;
            case Unpacked.Damaged(var why) -> throw new ScrapeFailedException(why);
            case Unpacked.TooLarge _ -> throw tooLarge();
        };
    }

    private static ScrapeFailedException busy() {
        return new ScrapeFailedException(
                "too many pages are on their way in (sextant.ingest.scrape.in-flight); scrape less often or less at one time");
    }

    private ScrapeFailedException tooLarge() {
        return new ScrapeFailedException(
                "the page is larger than %,d bytes (sextant.ingest.scrape.max-body)"
                        .formatted(maxBody));
    }
}
