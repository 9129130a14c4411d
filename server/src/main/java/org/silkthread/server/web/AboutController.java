package org.silkthread.server.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages about the service itself, which the footer leads to. */
@Controller
class AboutController {

    @GetMapping("/about")
    String about() {
        return "web/about";
    }

    @GetMapping("/accessibility")
    String accessibility() {
        return "web/accessibility";
    }

    @GetMapping("/privacy")
    String privacy() {
        return "web/privacy";
    }

    @GetMapping("/api")
    String api() {
        return "web/api";
    }
}
