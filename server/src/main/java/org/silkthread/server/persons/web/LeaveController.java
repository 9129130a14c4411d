package org.silkthread.server.persons.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Leaves at once, for somebody who must not be seen here: ends the session, asks the browser to forget what it kept, and
 * shows a page that could be anybody's. It needs no script, and going back shows nothing of a record.
 */
@Controller
class LeaveController {

    @PostMapping("/me/leave")
    void leave(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.setHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", "/compare");
    }
}
