// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/// Makes calls with one shared client: to the address that was checked and to no other, bounded in time and size.
/// Redirects are not followed, because they would lead around the guard of addresses and take the credential along.
@ApplicationScoped
public class OutboundHttp {
    private final HttpClient client;

    public OutboundHttp(Vertx vertx) {
        client =
                vertx.createHttpClient(
                        new HttpClientOptions().setMaxPoolSize(8).setDecompressionSupported(true));
    }

    @PreDestroy
    public void close() {
        client.close();
    }

    /// Waits for the reply on the calling thread, at most for the call's timeout.
    ///
    /// @param maxBody bytes of the body, unpacked
    public Reply send(Call call, int maxBody) throws CallFailedException, InterruptedException {
        var started = new AtomicReference<HttpClientRequest>();
        var reply =
                client.request(options(call))
                        .compose(request -> {
                            started.set(request);
                            return sent(request, call)
                                    .compose(response -> body(request, response, maxBody));
                        });
        try {
            return reply.toCompletionStage()
                    .toCompletableFuture()
                    .get(call.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new CallFailedException(
                    "no whole answer from %s within %d ms"
                            .formatted(call.url().getAuthority(), call.timeout().toMillis()));
        } catch (ExecutionException failed) {
            var cause = failed.getCause();
            throw new CallFailedException(
                    "no answer from %s: %s"
                            .formatted(
                                    call.url().getAuthority(),
                                    cause == null ? "unknown" : cause.getMessage()));
        } finally {
            var request = started.get();
            if (request != null && !reply.isComplete()) {
                request.reset();
            }
        }
    }

    private static Future<HttpClientResponse> sent(HttpClientRequest request, Call call) {
        var form = call.form();
        return form == null ? request.send() : request.send(Buffer.buffer(form));
    }

    private static RequestOptions options(Call call) {
        var url = call.url();
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var options =
                new RequestOptions()
                        .setMethod(call.form() == null ? HttpMethod.GET : HttpMethod.POST)
                        .setServer(
                                SocketAddress.inetSocketAddress(
                                        call.port(), call.address().getHostAddress()))
                        .setHost(url.getHost())
                        .setPort(call.port())
                        .setSsl(call.isTls())
                        .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                        .setFollowRedirects(false)
                        .setConnectTimeout(call.timeout().toMillis())
                        .putHeader("User-Agent", "Sextant");
        if (call.form() != null) {
            options.putHeader("Content-Type", "application/x-www-form-urlencoded");
        }
        if (call.authorization() != null) {
            options.putHeader("Authorization", call.authorization());
        }
        return options;
    }

    private static Future<Reply> body(
            HttpClientRequest request, HttpClientResponse response, int maxBody) {
        Promise<Reply> whole = Promise.promise();
        var body = Buffer.buffer();
        response.handler(chunk -> {
            if (body.length() + chunk.length() > maxBody) {
                whole.tryComplete(new Reply.TooLarge());
                request.reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(
                _ -> whole.tryComplete(new Reply.Whole(response.statusCode(), body.getBytes())));
        return whole.future();
    }
}
