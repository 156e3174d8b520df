// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.algorithm.Parameter.Deviation;
import dev.sextant.algorithm.Parameter.Graph;
import dev.sextant.algorithm.calendar.Calendar;
import dev.sextant.telemetry.Labels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the parameters of an algorithm are set to; checked against their types by whoever read them.
///
/// @param given by name: a Double, Duration, String, List of Duration or of String, [Deviation], [Graph], [SpecialDays], Labels or Long (a time), as the type says
public record Settings(Map<String, Object> given) {
    public Settings {
        given = Map.copyOf(given);
    }

    public boolean has(String name) {
        return given.containsKey(name);
    }

    public double number(String name) {
        return (Double) required(name);
    }

    public Duration length(String name) {
        return (Duration) required(name);
    }

    public String word(String name) {
        return (String) required(name);
    }

    public Deviation distance(String name) {
        return (Deviation) required(name);
    }

    /// Epoch milliseconds.
    public Optional<Long> time(String name) {
        return Optional.ofNullable((Long) given.get(name));
    }

    /// Empty when they are to be found in the series.
    public Optional<List<Duration>> seasons(String name) {
        if (!(given.get(name) instanceof List<?> lengths)) {
            return Optional.empty();
        }
        return Optional.of(lengths.stream().map(Duration.class::cast).toList());
    }

    /// The labels of one thing.
    public Labels place(String name) {
        return (Labels) required(name);
    }

    /// Empty when there is none.
    Optional<Calendar> calendar(String name) {
        return Optional.ofNullable((SpecialDays) given.get(name)).map(SpecialDays::calendar);
    }

    public Graph graph(String name) {
        return (Graph) required(name);
    }

    /// Names of labels; none when they are left out.
    public List<String> names(String name) {
        return given.get(name) instanceof List<?> names
                ? names.stream().map(String.class::cast).toList()
                : List.of();
    }

    private Object required(String name) {
        var value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the parameter " + name + " must be given");
        }
        return value;
    }
}
