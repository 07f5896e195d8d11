package dev.demarc.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.demarc.systemtests.support.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One person's browser: its cookies, its tabs. When it is closed it fails for whatever went to another host, broke the
 * content security policy or threw an error.
 */
final class Visit implements AutoCloseable {

    private static final double PATIENCE_MS = 30_000;
    private static final double LAYOUT_MS = 5_000;
    private static final Path AXE = Product.HOME.resolve("dashboard/node_modules/axe-core/axe.min.js");

    private final URI home;
    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();

    private Visit(URI home, BrowserContext context) {
        this.home = home;
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MS);
        context.onRequest(this::seen);
        context.onConsoleMessage(this::said);
        context.onWebError(error -> complaints.add("an error: " + error.error()));
    }

    /** Somebody who is not logged in, at a desk, by day. */
    static Visit to(Product product, Browser browser) {
        return to(product, browser, ColorScheme.LIGHT, 1440, 900);
    }

    /** The same in other light, on another screen. */
    static Visit to(Product product, Browser browser, ColorScheme scheme, int width, int height) {
        return new Visit(product.url(), browser.newContext(new Browser.NewContextOptions().setColorScheme(scheme)
                .setViewportSize(width, height).setLocale("en-GB").setTimezoneId("Europe/Paris")));
    }

    /** Logs in by the form with the key of this file, and waits for the page behind it. */
    Page logIn(Path keyFile, String path) {
        return logIn(read(keyFile).strip(), path);
    }

    /** Logs in by the form, and waits for the page behind it. */
    Page logIn(String key, String path) {
        Page page = open(path);
        page.getByLabel("API key").fill(key);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
        settled(page);
        return page;
    }

    /** Another tab. */
    Page open(String path) {
        Page page = context.newPage();
        page.navigate(home.resolve(path).toString());
        heading(page).waitFor();
        return page;
    }

    /** Goes on to another page, as by the address bar. */
    void show(Page page, String path) {
        page.navigate(home.resolve(path).toString());
        settled(page);
    }

    /** Waits until the page behind the login is there and has loaded what it shows. */
    static void settled(Page page) {
        page.locator(".page-content h1").waitFor();
        page.waitForFunction("() => !document.querySelector('[data-loading=\"true\"], [aria-busy=\"true\"]')");
    }

    /** The page's main heading. */
    static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).first();
    }

    /** Fails where axe-core finds that something is not accessible. */
    static void assertAccessible(Page page) {
        page.evaluate(read(AXE));
        Object found = page.evaluate("""
                async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(each =>
                    each.id + ' (' + each.impact + '): ' + each.help + '\\n    '
                    + each.nodes.slice(0, 5).map(node => node.target + ' ' + node.html.slice(0, 200)).join('\\n    '))
                """);
        assertThat((List<?>) found).as(page.url() + " as axe-core sees it").isEmpty();
    }

    /** Fails where the page stays wider than its window; after a change of width it takes a moment to be laid out. */
    static void assertFits(Page page) {
        page.waitForFunction(
                "() => document.scrollingElement.scrollWidth <= document.documentElement.clientWidth", null,
                new Page.WaitForFunctionOptions().setTimeout(LAYOUT_MS));
    }

    BrowserContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    private void seen(Request request) {
        URI target = URI.create(request.url());
        if (!"data".equals(target.getScheme()) && !"blob".equals(target.getScheme())
                && !home.getAuthority().equals(target.getAuthority())) {
            complaints.add("a request to another host: " + request.url());
        }
    }

    /** A refused answer stands in the console too and is the page's to explain. */
    private void said(ConsoleMessage message) {
        if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
            complaints.add("in the console of " + message.location() + ": " + message.text());
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
