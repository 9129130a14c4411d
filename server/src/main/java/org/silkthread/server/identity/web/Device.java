package org.silkthread.server.identity.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody signs in on, in words they know it by. Only a browser and a system that we can name are written down. */
final class Device {

    private static final Map<String, String> BROWSERS = inOrder(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "Firefox/",
            "Firefox",
            "FxiOS",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari",
            "Java-http-client",
            "A program");
    private static final Map<String, String> SYSTEMS = inOrder(
            "Windows",
            "Windows",
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "CrOS",
            "ChromeOS",
            "Mac OS X",
            "Mac",
            "Linux",
            "Linux");

    private Device() {}

    static String inWords(@Nullable String userAgent) {
        String agent = userAgent == null ? "" : userAgent;
        Optional<String> browser = named(BROWSERS, agent);
        Optional<String> system = named(SYSTEMS, agent);
        return browser.orElse("A browser") + system.map(name -> " on " + name).orElse("");
    }

    private static Optional<String> named(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(entry -> agent.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Many browsers also name those they are like, so the order of asking matters. */
    private static Map<String, String> inOrder(String... marksAndNames) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < marksAndNames.length; i += 2) {
            map.put(marksAndNames[i], marksAndNames[i + 1]);
        }
        return map;
    }
}
