package dev.demarc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class RevisionsTest {

    @Test
    void aRevisionIsAStrongEntityTag() {
        assertThat(Revisions.etag(7)).isEqualTo("\"7\"");
        assertThat(Revisions.ifMatch(ifMatch("\"7\""))).isEqualTo(7);
    }

    @Test
    void editingWithoutItIsRefused() {
        assertThatThrownBy(() -> Revisions.ifMatch(new HttpHeaders())).isInstanceOfSatisfying(
                MissingPrecondition.class, e -> assertThat(e.problem().status()).isEqualTo(428));
        assertThat(Revisions.optionalIfMatch(new HttpHeaders())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "*", "W/\"7\"", "\"7\", \"8\"", "\"-7\"", "\"x\"", "\"9999999999999999999\""})
    void otherFormsAreBadInput(String value) {
        assertThatThrownBy(() -> Revisions.ifMatch(ifMatch(value))).isInstanceOfSatisfying(BadInput.class,
                e -> assertThat(e.problem().field()).isEqualTo("If-Match"));
    }

    @Test
    void aStaleOneIsRefusedAndTheCurrentOneNamed() {
        assertThatCode(() -> Revisions.check(7, 7)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Revisions.check(6, 7)).isInstanceOfSatisfying(StaleRevision.class, e -> {
            assertThat(e.problem().status()).isEqualTo(412);
            assertThat(e.problem().value()).isEqualTo("\"6\"");
            assertThat(e.problem().expected()).isEqualTo("\"7\"");
        });
    }

    @Test
    void onlyAStarAsksToCreate() {
        HttpHeaders headers = new HttpHeaders();
        assertThat(Revisions.createOnly(headers)).isFalse();
        headers.set(HttpHeaders.IF_NONE_MATCH, "*");
        assertThat(Revisions.createOnly(headers)).isTrue();
    }

    private static HttpHeaders ifMatch(String value) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.IF_MATCH, value);
        return headers;
    }
}
