using Exemplar.Documents.Templates.Blanks.Excel;

namespace Exemplar.Tests.Documents.Templates;

/// <summary>Two rows put in above row 5.</summary>
public sealed class AddedRowsTests
{
    [Theory]
    [InlineData("SUM(B2:B5)", "SUM(B2:B7)")]
    [InlineData("SUM(B2:B4)", "SUM(B2:B4)")]
    [InlineData("B4+B5*$C$9", "B4+B7*$C$11")]
    [InlineData("IF(A9=\"A9\",LOG10(A9),A1)", "IF(A11=\"A9\",LOG10(A11),A1)")]
    [InlineData("台账!B9+其他!B9+'台账'!B9", "台账!B11+其他!B9+'台账'!B11")]
    [InlineData("COUNTIF($A:$A,\"x\")+Rate_A9", "COUNTIF($A:$A,\"x\")+Rate_A9")]
    public void A_formula_follows_what_moved(string formula, string moved) => Assert.Equal(moved, new AddedRows(4, 2, false).MoveFormula(formula, "台账", standsHere: true));

    [Theory]
    [InlineData("B9", "B9")]
    [InlineData("台账!$A$1:$D$9", "台账!$A$1:$D$11")]
    [InlineData("台账!$1:$2", "台账!$1:$2")]
    public void A_name_moves_only_where_it_means_this_sheet(string formula, string moved) => Assert.Equal(moved, new AddedRows(4, 2, false).MoveFormula(formula, "台账", standsHere: false));

    [Theory]
    [InlineData("A4:D4", true, "A4:D6")]
    [InlineData("A4:D4", false, "A4:D4")]
    [InlineData("A1:D3 B5:C9", true, "A1:D3 B7:C11")]
    public void Ranges_move_and_grow(string references, bool grows, string moved) => Assert.Equal(moved, new AddedRows(4, 2, grows).Move(references));

    [Theory]
    [InlineData("C4-TODAY()", 2, "C6-TODAY()")]
    [InlineData("C4/$C$1&C$4", 1, "C5/$C$1&C$4")]
    [InlineData("IF(C4=\"C4\",SUM(A4:B4))", 1, "IF(C5=\"C4\",SUM(A5:B5))")]
    public void A_copied_formula_speaks_of_its_own_row(string formula, int rows, string copied) => Assert.Equal(copied, AddedRows.Copy(formula, rows));

    [Fact]
    public void A_shared_formula_is_written_out_for_its_column() => Assert.Equal("D5+$A5", AddedRows.Copy("B4+$A4", 1, 2));
}
