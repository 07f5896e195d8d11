package dev.demarc.systemtests.browser;

import dev.demarc.systemtests.support.SharedDemo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that drive the demo's shop by a browser. Without one they are skipped and say why; where
 * {@code DEMARC_REQUIRE_BROWSER} is set they fail instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({BrowserExtension.class, SharedDemo.class})
@interface InBrowser {
}
