package org.silkthread.bench.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of a running Silkthread, found as a reader finds them: by links from the home page. */
final class Site {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern FIGURE = Pattern.compile("/figures/([^/?.]+)\\.([^/?.]+)\\.[^/?]+");
    private static final int COMPARED = 3;
    private static final int GOOD = 200;

    private final URI address;
    private final Map<PageKind, Set<String>> found = new EnumMap<>(PageKind.class);

    private Site(URI address) {
        this.address = address;
        for (PageKind kind : PageKind.values()) {
            found.put(kind, new LinkedHashSet<>());
        }
    }

    /**
     * Follows links.
     *
     * @param pages how many pages to read at most
     */
    static Site explore(HttpClient client, URI address, int pages) {
        Site site = new Site(address);
        Set<String> seen = new LinkedHashSet<>(List.of("/"));
        Deque<String> waiting = new ArrayDeque<>(List.of("/", "/observatory", "/open-data"));
        for (int read = 0; read < pages && !waiting.isEmpty(); read++) {
            String page = waiting.remove();
            for (String link : links(client, address.resolve(page))) {
                if (seen.add(link)) {
                    waiting.add(link);
                }
            }
        }
        seen.forEach(site::sort);
        site.addComparisons();
        site.addInterfaces();
        return site;
    }

    /** At most this many addresses of a kind, in the order in which they were found; none when there are none. */
    List<URI> addresses(PageKind kind, int most) {
        return found.getOrDefault(kind, Set.of()).stream()
                .limit(most)
                .map(address::resolve)
                .toList();
    }

    private void sort(String link) {
        for (PageKind kind : PageKind.values()) {
            if (kind.holds(link)) {
                found.getOrDefault(kind, Set.of()).add(link);
            }
        }
    }

    /** A comparison is asked for by a form, which has no link: three organisations that are shown for a service line. */
    private void addComparisons() {
        Set<String> services = new TreeSet<>();
        List<String> organisations = new ArrayList<>();
        for (String figure : found.getOrDefault(PageKind.FIGURE, Set.of())) {
            Matcher parts = FIGURE.matcher(figure);
            if (parts.matches() && parts.group(1).startsWith("ae-")) {
                services.add("emergency-care");
                if (!organisations.contains(parts.group(2))) {
                    organisations.add(parts.group(2));
                }
            }
        }
        for (String service : services) {
            for (int i = 0; i + COMPARED <= organisations.size(); i++) {
                sort("/compare?service=" + service + "&organisation="
                        + String.join("&organisation=", organisations.subList(i, i + COMPARED)));
            }
        }
    }

    private void addInterfaces() {
        for (String figure : List.copyOf(found.getOrDefault(PageKind.FIGURE, Set.of()))) {
            Matcher parts = FIGURE.matcher(figure);
            if (parts.matches()) {
                sort("/api/v1" + figure);
                sort("/api/v1/figures?indicator=" + parts.group(1) + "&organisation=" + parts.group(2));
                sort("/api/v1/figures?indicator=" + parts.group(1));
            }
        }
    }

    private static List<String> links(HttpClient client, URI page) {
        try {
            HttpResponse<String> reply =
                    client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
            boolean isPage = reply.statusCode() == GOOD
                    && reply.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
            return isPage
                    ? LINK.matcher(reply.body())
                            .results()
                            .map(link -> link.group(1).replace("&amp;", "&"))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + page, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading " + page, e);
        }
    }
}
