// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WEB = "'name':'prod','kind':'prometheus','url':'http://prom:9090/'";
    private static final String METRIC =
            "'metrics':[{'name':'m','table':'plant.readings','time':'at','value':'v'}]";
    private static final String DATABASE =
            "'name':'db','kind':'postgresql','host':'db','database':'d','user':'u'," + METRIC;

    @Test
    void whatIsRightIsTaken() throws JsonProcessingException {
        assertThat(read(WEB).endpoint().host()).isEqualTo("prom");
        assertThat(read(DATABASE).endpoint())
                .isInstanceOfSatisfying(
                        Endpoint.Database.class,
                        database -> {
                            assertThat(database.port()).isEqualTo(5_432);
                            assertThat(database.tls()).isEqualTo(TlsMode.VERIFY);
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "'kind':'prometheus'|needs a name",
                "'name':'A b','kind':'prometheus'|name:",
                "'name':'a','kind':'oracle'|kind: one of prometheus, postgresql",
                "'name':'a','kind':'prometheus','url':'http://u:p@prom/'|without user",
                "'name':'a','kind':'prometheus','url':'file:///etc/passwd'|must look like",
                "'name':'a','kind':'prometheus','url':'http://prom/?a=b'|parameters",
                "'name':'a','kind':'prometheus','url':'http://prom/','user':'u'|needs a secret",
                "'name':'a','kind':'prometheus','url':'http://prom/','secret':'A B'|not its value",
                "'name':'a','kind':'prometheus','url':'http://prom/','timeout':'2h'|timeout: ",
                "'name':'a','kind':'prometheus','url':'http://prom/','lookback':'x'|lookback: ",
                "'name':'a','kind':'postgresql','url':'jdbc:postgresql://db/x?loggerFile=y'|url: not",
                "'name':'a','kind':'postgresql','host':'db/x?y=z'|host: a name",
                "'name':'a','kind':'postgresql','host':'db,other'|host: a name"
            })
    void whatIsWrongIsNamed(String spec, String said) {
        assertThatThrownBy(() -> read(spec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "'port':5432|'port':99999|port: ",
                "'table':'plant.readings'|'table':'a.b.c'|table of m",
                "'table':'plant.readings'|'select':'delete from x'|one SELECT",
                "'table':'plant.readings'|'select':'select 1; drop table x'|without ;",
                "'table':'plant.readings'|'select':'select 1','table':'t'|either table or select",
                "'time':'at'|'time':''|needs a time",
                "'value':'v'|'value':'v','labels':['a b']|labels of m",
                "'value':'v'|'value':'v','labels':['a','a']|labels of m",
                "'value':'v'|'value':'v','timeUnit':'h'|timeUnit of m",
                "'host':'db'|'host':'db','tls':'maybe'|tls: "
            })
    void whatIsWrongWithADatabaseIsNamed(String part, String instead, String said) {
        var whole = "'port':5432," + DATABASE;
        assertThatThrownBy(() -> read(whole.replace(part, instead)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    private static Source read(String fields) throws JsonProcessingException {
        var json = "{" + fields.replace('\'', '"') + "}";
        return Source.of(1, JSON.readValue(json, SourceSpec.class));
    }
}
