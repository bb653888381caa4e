package vn.motcua.agency;

import java.time.LocalDate;

/**
 * Power to examine, appraise and approve handed to those who sit at the one-stop unit (phân cấp, ủy
 * quyền; TT 01/2018/TT-VPCP Điều 6).
 *
 * @param lead agency that delegates
 * @param procedures national codes, or {@code *} for all on-the-spot procedures of the agency
 * @param decision the decision that delegates
 * @param from first day
 * @param to last day, or null
 */
public record Delegation(
    String lead, String procedures, String decision, LocalDate from, LocalDate to) {}
