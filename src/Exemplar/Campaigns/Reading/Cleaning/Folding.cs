namespace Exemplar.Campaigns.Reading;

/// <summary>
/// One character for one, so that offsets survive: full width to half width, Traditional to Simplified. Only what the
/// reader's keywords need is folded; folded text is for matching and is never shown.
/// </summary>
internal static class Folding
{
    private const string TraditionalAndSimplified =
        "責责單单門门領领導导組组辦办處处協协參参與与時时間间體体問问題题現现階阶實实總总標标績绩點点義义識识認认為为務务" +
        "礎础產产業业黨党團团會会員员紀纪檢检監监書书記记區区鄉乡鎮镇長长當当應应須须負负擔担牽牵頭头項项個个條条場场戶户" +
        "歲岁萬万億亿兩两減减壓压縮缩簡简達达過过於于號号內内終终後后開开發发佈布來来關关鍵键詞词熱热閱阅讀读擊击數数覽览" +
        "頁页轉转載载編编輯辑說说從从動动驟骤節节進进劃划計计議议講讲話话報报結结匯汇彙汇綱纲則则細细還还難难險险機机構构" +
        "質质環环網网維维級级樣样專专傳传調调備备準准選选樹树評评審审幫帮變变聯联絡络歷历縣县簽签複复復复範范隊队據据證证" +
        "確确權权類类鐘钟鍾钟聽听雙双週周著着係系繫系餘余賽赛練练習习學学設设圍围繞绕針针對对強强優优勢势糾纠規规幹干風风" +
        "訓训隱隐擬拟駐驻辭辞職职農农無无虛虚違违療疗愛爱愿愿將将嚴严視视執执談谈論论試试詳详該该誰谁請请讓让運运遠远適适" +
        "邊边築筑蓋盖葉叶貫贯費费資资賬账帳账軍军輪轮農农迴回陽阳陸陆際际隨随顧顾顯显驗验體体齊齐決决沒没況况淺浅滿满潔洁" +
        "濟济牆墙獎奖獨独獲获異异療疗盡尽盤盘礙碍種种積积稱称穩稳競竞籌筹約约純纯紙纸給给統统經经續续緊紧線线緩缓縱纵繼继" +
        "聲声舉举舊旧萬万蘇苏處处補补製制裝装見见觀观訂订訪访許许詢询誠诚諾诺謀谋護护貧贫買买貢贡財财貨货贏赢趕赶躍跃車车" +
        "較较輔辅邁迈郵邮鄰邻醫医釋释銷销錄录鏈链鐵铁闢辟陣阵陳陈雜杂離离電电靈灵靜静預预頒颁頓顿頻频顆颗飛飞餐餐館馆驅驱" +
        "魚鱼鮮鲜龍龙價价儘尽傑杰債债傷伤僅仅務务勞劳勵励區区廣广慶庆應应懷怀戰战擇择擴扩攝摄敗败斷断曉晓條条樓楼歡欢歸归" +
        "殘残氣气漢汉潛潜為为爭争狀状畫划層层屬属歲岁師师帶带幣币庫库廠厂張张彈弹徑径徵征態态憂忧懸悬戲戏掃扫揚扬換换損损" +
        "搶抢撥拨擊击擔担據据攔拦國国圖图園园圓圆塊块堅坚執执報报壯壮夠够奪夺婦妇媽妈嬰婴孫孙學学寧宁寶宝寫写寬宽尋寻對对";

    private static readonly char[] Table = Build();

    public static char Fold(char c) => Table[c];

    public static string Fold(string text) => string.Create(text.Length, text, (folded, source) =>
    {
        for (var i = 0; i < folded.Length; i++) folded[i] = Table[source[i]];
    });

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++) table[i] = (char)i;
        for (var c = '！'; c <= '～'; c++) table[c] = (char)(c - 0xFEE0);
        for (var i = 0; i < TraditionalAndSimplified.Length; i += 2) table[TraditionalAndSimplified[i]] = TraditionalAndSimplified[i + 1];
        table['\u3000'] = table['\u00A0'] = ' ';
        table['〇'] = table['○'] = '零';
        return table;
    }
}
