// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import static java.util.Objects.requireNonNull;

import dev.sextant.http.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/// The way back: tells senders what became of their bodies, in the words of the format or as problem JSON, and keeps count.
@ApplicationScoped
class AnswerRoutes {
    private static final String START = "ingest.start";
    private static final List<String> HEADERS =
            List.of("Content-Length", "Content-Type", "Content-Encoding");

    private final IngestMeters meters;

    AnswerRoutes(IngestMeters meters) {
        this.meters = meters;
    }

    /// From here on the time until the answer is measured.
    void begin(RoutingContext context) {
        context.put(START, System.nanoTime());
    }

    void answer(RoutingContext context, BodyFormat format, Receipt receipt) {
        var head = head(context);
        if (!context.response().closed()) {
            format.headers(head, receipt).forEach(context.response()::putHeader);
        }
        var own = format.answer(head, receipt);
        if (own.isPresent()) {
            send(context, format, own.get());
        } else if (receipt.refusals().isEmpty()) {
            send(context, format, new Answer(204, "", new byte[0]));
        } else {
            send(context, format, problemJson(refused(receipt)));
        }
    }

    void answer(RoutingContext context, BodyFormat format, Problem problem) {
        if (problem.status() != 401) {
            meters.refused(problem.code(), 1);
        }
        if (!context.response().closed() && !context.response().ended()) {
            problem.headers().forEach(context.response()::putHeader);
        }
        var head = head(context);
        var own = format.fault(head, problem.status(), problem.code(), problem.detail());
        send(context, format, own.orElseGet(() -> problemJson(problem)));
    }

    void answer(RoutingContext context, BodyFormat format, Refusal refusal) {
        var problem = new Problem(refusal.status(), refusal.code(), refusal.detail());
        boolean hasWait = refusal.retryAfterSeconds() > 0;
        answer(
                context,
                format,
                hasWait
                        ? problem.header("Retry-After", Long.toString(refusal.retryAfterSeconds()))
                        : problem);
    }

    /// What a request says besides its body.
    static RequestHead head(RoutingContext context) {
        var headers = new HashMap<String, String>();
        for (var name : HEADERS) {
            var value = context.request().getHeader(name);
            headers.put(name, value == null ? "" : value);
        }
        var query = new HashMap<String, String>();
        context.queryParams().forEach(each -> query.putIfAbsent(each.getKey(), each.getValue()));
        return new RequestHead(context.normalizedPath(), query, headers);
    }

    /// 400, so that senders do not repeat what will be refused again.
    private static Problem refused(Receipt receipt) {
        var refusals = receipt.refusals();
        var detail =
                "%d samples were stored, %d refused: %s"
                        .formatted(receipt.stored(), refusals.samples(), refusals.summary());
        return new Problem(400, "samples-refused", detail)
                .with("stored", receipt.stored())
                .with("refused", refusals.samples());
    }

    private static Answer problemJson(Problem problem) {
        var body = new JsonObject(problem.body()).toBuffer().getBytes();
        return new Answer(problem.status(), "application/problem+json", body);
    }

    private void send(RoutingContext context, BodyFormat format, Answer answer) {
        long start = requireNonNull(context.<Long>get(START));
        var took = Duration.ofNanos(System.nanoTime() - start);
        meters.request(format.source(), answer.status(), took);
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        if (!answer.contentType().isEmpty()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
        }
        response.end(Buffer.buffer(answer.body()));
    }
}
