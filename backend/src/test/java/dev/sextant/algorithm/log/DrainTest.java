// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Lines of one kind become one template, whatever the lines are.
class DrainTest {
    @Test
    void linesOfOneKindShareATemplate() {
        var drain = new Drain();
        var first = drain.learn("connection from 10.0.0.1 port 4432 refused");
        var second = drain.learn("connection from 10.0.0.9 port 22 refused");
        var other = drain.learn("user alice logged in");
        assertThat(second).isEqualTo(first);
        assertThat(drain.learn("user bob logged in")).isNotEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        var template = drain.templates().get(first);
        assertThat(template.text()).isEqualTo("connection from <*> port <*> refused");
        assertThat(template.lines()).isEqualTo(2);
    }

    @Test
    void placesWhereLinesDifferAreLearnt() {
        var drain = new Drain();
        var id = drain.learn("the disk of alpha is full");
        assertThat(drain.learn("the disk of beta is full")).isEqualTo(id);
        assertThat(drain.templates().get(id).text()).isEqualTo("the disk of <*> is full");
    }

    @Test
    void noLineBreaksItAndStateIsBounded() {
        var drain = new Drain();
        drain.learn("");
        drain.learn("   ");
        drain.learn("a ".repeat(100_000));
        drain.learn("\u0000 \ud800 \n\n x");
        for (var i = 0; i < 5000; i++) {
            var word = Integer.toString(i, 2).replace('0', 'x').replace('1', 'y');
            assertThat(drain.learn(word + " " + word + word + " z" + word)).isNotNegative();
        }
        assertThat(drain.templates()).hasSizeLessThanOrEqualTo(Drain.MOST);
        var lines = drain.templates().stream().mapToLong(Template::lines).sum();
        assertThat(lines).isEqualTo(5004);
    }
}
