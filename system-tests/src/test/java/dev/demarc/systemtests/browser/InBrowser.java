package dev.demarc.systemtests.browser;

import dev.demarc.systemtests.support.SharedProduct;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that drive the shared product by a browser. Without one they are skipped and say why; where
 * {@code DEMARC_REQUIRE_BROWSER} is set they fail instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({BrowserExtension.class, SharedProduct.class})
@interface InBrowser {
}
