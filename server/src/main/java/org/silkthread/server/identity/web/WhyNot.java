package org.silkthread.server.identity.web;

/** Why somebody whom an issuer knows is not signed in, with what they can do about it. */
public enum WhyNot {
    ISSUER(
            "You are not signed in",
            "The sign-in was not finished, or took too long, or was begun in another window.",
            "Go back to the sign-in page and begin again. If it happens again, tell your service desk."),
    UNKNOWN(
            "You have no account here",
            "Your organisation knows who you are, but nobody has opened an account for you in Silkthread.",
            "Ask the access administrator of your organisation to open an account for you."),
    OTHER_SUBJECT(
            "This account belongs to another sign-in",
            "Your organisation names an account that is already used with another identity of yours, or of somebody"
                    + " else.",
            "Ask the access administrator of your organisation to look at your account."),
    CLOSED(
            "Your account is closed",
            "There was an account for you, and it has been closed.",
            "Ask the access administrator of your organisation whether it should be open."),
    NO_SECOND_FACTOR(
            "You signed in with one factor only",
            "You hold a post, and people with a post prove who they are with two factors.",
            "Set up a second factor with your organisation's sign-in, then sign in again."),
    NO_POST(
            "You hold no post here",
            "You have an account, but no role at any organisation, so there is nothing for you behind the sign-in.",
            "Ask the access administrator of your organisation to give you a post. Everything public is open to you"
                    + " without signing in.");

    private final String title;
    private final String whatHappened;
    private final String whatToDo;

    WhyNot(String title, String whatHappened, String whatToDo) {
        this.title = title;
        this.whatHappened = whatHappened;
        this.whatToDo = whatToDo;
    }

    public String title() {
        return title;
    }

    public String whatHappened() {
        return whatHappened;
    }

    public String whatToDo() {
        return whatToDo;
    }
}
