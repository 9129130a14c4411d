package org.silkthread.server.persons;

/** A person under the care of a team. */
public record UnderCare(CareTeam team, PersonId person) {}
