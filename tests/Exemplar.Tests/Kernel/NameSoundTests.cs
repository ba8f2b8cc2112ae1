using Exemplar.Kernel;

namespace Exemplar.Tests.Kernel;

public sealed class NameSoundTests
{
    [Theory]
    [InlineData("王小明", "王晓明", true)]
    [InlineData("张三", "张叁", true)]
    [InlineData("李静", "李京", true)]      // tones are not heard
    [InlineData("陈丽", "陈莉", true)]
    [InlineData("阿明", "爱明", false)]      // a, ai: the first syllables of the table
    [InlineData("王芳", "王方方", false)]
    [InlineData("王芳", "王房", true)]
    [InlineData("王喆", "王哲", false)]      // a rare character sounds like itself only
    public void Names_sound_the_same_when_each_character_does(string one, string other, bool same) =>
        Assert.Equal(same, NameSound.Of(one) == NameSound.Of(other));
}
