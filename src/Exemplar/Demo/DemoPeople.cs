namespace Exemplar.Demo;

/// <summary>Made-up names in a fixed order: the same seed gives the same people. Any likeness to a real person is chance.</summary>
public sealed class DemoPeople(int seed)
{
    private const string Surnames = "白柏鲍毕卞蔡岑常车陈程崔戴邓丁董窦杜段樊范方冯符傅甘高葛龚顾关郭韩郝何贺洪侯胡华黄霍姬纪季贾江姜蒋焦金康柯孔赖蓝雷黎李";
    private const string Given = "安柏博晨承川达丹德迪东帆方飞枫刚谷光海涵航浩和恒宏华辉嘉建健江杰捷金锦进景静俊凯康可兰乐磊黎力立林岭路明宁诺攀培鹏平启千青晴泉然荣锐瑞若森山升石书舒思松涛天庭桐微文希晓欣新星旭言阳扬野一依亦毅颖永宇雨元远云泽哲真正志致舟竹卓子";

    private readonly Random random = new(seed);
    private readonly HashSet<string> taken = [];

    public string Name()
    {
        while (true)
        {
            var name = $"{Surnames[random.Next(Surnames.Length)]}{Given[random.Next(Given.Length)]}{(random.Next(4) == 0 ? "" : Given[random.Next(Given.Length)])}";
            if (taken.Add(name)) return name;
        }
    }

    public int Between(int from, int to) => random.Next(from, to + 1);

    public bool OneIn(int chance) => random.Next(chance) == 0;
}
