package vn.motcua.dossier;

import java.util.List;

/**
 * What a counter clerk writes down at reception, unchecked; {@link Reception} checks it. Closed
 * lists are written in words ({@code at-home}), so that a wrong word is a problem of its field.
 *
 * @param procedureCode national code of the procedure
 * @param caseId case (trường hợp) picked by the clerk; null or {@code ""} if there are none
 * @param level {@code tinh} or {@code xa}; needed only if the procedure is handled at both
 * @param receptionUnit one-stop unit that receives; null if the clerk sits at only one
 * @param commune commune of the dossier; needed if the commune handles it
 * @param difficultArea true for mountainous areas and islands with limits of their own
 * @param channel word of {@link Channel}
 * @param assisted true if an official typed it for the applicant
 * @param priority word of {@link PriorityGroup}; null for none
 * @param returnWay word of {@link ReturnWay}
 * @param content what is asked, in the applicant's words; may be null
 * @param applicant who hands in
 * @param owner whose matter it is; null if that is the applicant
 * @param papers papers of the dossier
 * @param fees what is to be paid, line by line; empty or null if nothing is
 */
public record Application(
    String procedureCode,
    String caseId,
    String level,
    String receptionUnit,
    String commune,
    boolean difficultArea,
    String channel,
    boolean assisted,
    String priority,
    String returnWay,
    String content,
    Person applicant,
    Person owner,
    List<Paper> papers,
    List<Fee> fees) {

  public Application {
    fees = fees == null ? List.of() : fees;
  }

  /** An application for which nothing is paid. */
  public Application(
      String procedureCode,
      String caseId,
      String level,
      String receptionUnit,
      String commune,
      boolean difficultArea,
      String channel,
      boolean assisted,
      String priority,
      String returnWay,
      String content,
      Person applicant,
      Person owner,
      List<Paper> papers) {
    this(
        procedureCode,
        caseId,
        level,
        receptionUnit,
        commune,
        difficultArea,
        channel,
        assisted,
        priority,
        returnWay,
        content,
        applicant,
        owner,
        papers,
        List.of());
  }

  /** A person or an organisation, as written down. */
  public record Person(
      String name,
      String kind,
      String identityKind,
      String identityNumber,
      String phone,
      String email,
      String address) {}

  /** One paper: how many, in which form, and whether it was really handed in. */
  public record Paper(String name, String kind, Integer count, boolean ticked) {}

  /**
   * One line of what is to be paid, as it was typed.
   *
   * @param kind word of {@link vn.motcua.procedure.FeeKind}
   * @param name what is paid for
   * @param price for one, in đồng: {@code 8.000}
   * @param count how many; null or {@code ""} for one
   * @param relief word of the closed list of grounds to pay less; null or {@code ""} for none
   * @param reliefAmount by how much less in đồng; null or {@code ""} for all of it
   * @param reliefWords what proves the ground, or null
   */
  public record Fee(
      String kind,
      String name,
      String price,
      String count,
      String relief,
      String reliefAmount,
      String reliefWords) {}
}
