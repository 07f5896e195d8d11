package dev.demarc.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class AccessRulesTest {

    private static final AccessRules RULES = AccessRules.of(
            AccessRule.on("/api/ingest/**", Role.INGESTER, HttpMethod.POST),
            AccessRule.read("/api/gaps/**", Role.VIEWER),
            AccessRule.on("/api/gaps/**", Role.EDITOR));

    @Test
    void eachRoleMayDoWhatItsRulesSay() {
        assertThat(whoMay(HttpMethod.GET, "/api/gaps/g-1")).containsExactly(Role.VIEWER, Role.EDITOR, Role.ADMIN);
        assertThat(whoMay(HttpMethod.POST, "/api/gaps/g-1/acknowledge")).containsExactly(Role.EDITOR, Role.ADMIN);
        assertThat(whoMay(HttpMethod.POST, "/api/ingest/aws")).containsExactly(Role.INGESTER, Role.ADMIN);
    }

    @Test
    void whatNoRuleNamesIsDeniedToEverybody() {
        assertThat(whoMay(HttpMethod.GET, "/api/ingest/aws")).isEmpty();
        assertThat(whoMay(HttpMethod.GET, "/api/other")).isEmpty();
        assertThat(whoMay(HttpMethod.GET, "/")).isEmpty();
        assertThat(whoMay(HttpMethod.GET, "/api/gapsx")).isEmpty();
    }

    @Test
    void healthIsOpenAndTheRestOfTheActuatorIsForAdmins() {
        assertThat(allows(HttpMethod.GET, "/actuator/health", null)).isTrue();
        assertThat(allows(HttpMethod.GET, "/actuator/health/readiness", null)).isTrue();
        assertThat(allows(HttpMethod.GET, "/actuator/health/mongo", null)).isFalse();
        assertThat(allows(HttpMethod.POST, "/actuator/health", null)).isFalse();
        assertThat(whoMay(HttpMethod.GET, "/actuator/env")).containsExactly(Role.ADMIN);
    }

    @Test
    void withoutARoleNothingIsAllowed() {
        assertThat(allows(HttpMethod.GET, "/api/gaps", new Caller("k", Set.of(), Set.of("payments")))).isFalse();
    }

    private static Set<Role> whoMay(HttpMethod method, String path) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (allows(method, path, new Caller("k", Set.of(role), Set.of()))) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static boolean allows(HttpMethod method, String path, @Nullable Caller caller) {
        return RULES.allows(MockServerHttpRequest.method(method, path).build(), caller);
    }
}
